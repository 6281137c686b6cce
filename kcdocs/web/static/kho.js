// The store: instruments by number and name, provisions by their words, while one types.
import { diaChi, gui, khongDau } from "./tin.js";

const box = document.querySelector("#tim");
const items = [...document.querySelectorAll("#van-ban > li")].map((item) => [item, khongDau(item.dataset.tim)]);
const none = document.querySelector("#khong-thay");
const found = document.querySelector("#tim-thay");
const count = document.querySelector("#dem");
const list = document.querySelector("#cho");
const more = document.querySelector("#them-cho");

const filter = (words) => {
  const asked = khongDau(words).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const [item, said] of items) {
    item.hidden = !asked.every((word) => said.includes(word));
    shown += !item.hidden;
  }
  none.hidden = shown > 0;
  none.textContent = shown ? "" : "Không có văn bản nào có số hoặc tên như vậy.";
};

const line = (one) => {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = diaChi(one.den);
  link.textContent = `${one.cho}, ${one.so}`;
  const said = document.createElement("p");
  for (const [words, wanted] of one.loi) {
    const part = document.createElement(wanted ? "mark" : "span");
    part.textContent = words;
    said.append(part);
  }
  item.append(link, said);
  if (one.cu) {
    const old = document.createElement("p");
    old.className = "mo";
    old.textContent = one.cu;
    item.append(old);
  }
  return item;
};

let asking = 0;
const search = async (words, from = 0) => {
  const own = ++asking;
  const answer = await gui("GET", `kho/tim?q=${encodeURIComponent(words)}&tu=${from}`);
  if (own !== asking || !answer) return; // a later letter was typed in the meantime
  if (!from) list.replaceChildren();
  list.append(...answer.cho.map(line));
  const hits = `${answer.hon ? "Hơn " : ""}${answer.so.toLocaleString("vi")} điều khoản.`;
  count.textContent = answer.so ? hits : "Không có điều khoản nào có đủ các từ này.";
  if (answer.chua_doc.length) count.textContent += ` Chưa tìm được trong ${answer.chua_doc.length} văn bản: ${answer.chua_doc.join(" ")}`;
  more.hidden = list.children.length >= answer.so;
  found.hidden = false;
};

let waiting;
const typed = () => {
  const words = box.value;
  history.replaceState(null, "", words.trim() ? `?tim=${encodeURIComponent(words)}` : location.pathname);
  filter(words);
  clearTimeout(waiting);
  if (!/[\p{L}\p{N}]{2}/u.test(words)) { asking += 1; found.hidden = true; return; }
  waiting = setTimeout(() => search(words), 80);
};
box.addEventListener("input", typed);
more.addEventListener("click", () => search(box.value, list.children.length));
if (box.value) typed();
