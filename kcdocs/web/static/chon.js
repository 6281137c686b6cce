// Choosing both sides of a comparison.
import { gui, guiTep, khongDau, noi, toi } from "./tin.js";

const number = document.querySelector("#kho");
const old = document.querySelector("#ten-cu");
const drafts = document.querySelector("#ds-moi");

const line = (key, name) => {
  const item = document.createElement("li");
  const words = document.createElement("bdi");
  item.dataset.tep = key;
  words.textContent = name;
  item.append(words);
  return item;
};

const setOld = (key, name) => { old.dataset.tep = key; old.textContent = name; };

const takeOld = async (input) => {
  const [file] = input.files;
  const key = file && await guiTep(file);
  if (key) { setOld(key, file.name); number.value = ""; }
  input.value = "";
};
const takeDrafts = async (input) => {
  for (const file of [...input.files]) {
    const key = await guiTep(file);
    if (key) drafts.append(line(key, file.name));
  }
  input.value = "";
};

for (const [side, take] of [["cu", takeOld], ["moi", takeDrafts]]) {
  const input = document.querySelector(`input[data-ben=${side}]`);
  input.addEventListener("change", () => take(input));
}
document.querySelector("#doi-cho").addEventListener("click", () => {
  const [first] = drafts.children;
  if (!first || !old.dataset.tep || drafts.children.length > 1) {
    noi("Chỉ đổi chỗ được khi bản gốc và dự thảo đều là một tệp.");
    return;
  }
  const [key, name] = [old.dataset.tep, old.textContent];
  setOld(first.dataset.tep, first.textContent);
  drafts.replaceChildren(line(key, name));
});
// The stored texts that fit what is typed, with or without tone marks; the first few, so that none scrolls away.
const stored = [...document.querySelectorAll("#trong-kho li")].map((item) => [item, khongDau(item.dataset.tim)]);
const SHOWN = 6;
const offer = () => {
  const asked = khongDau(number.value).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const [item, said] of stored) {
    const chosen = item.querySelector("button").dataset.kho === number.value;
    item.hidden = chosen || shown >= SHOWN || !asked.every((word) => said.includes(word));
    shown += !item.hidden;
  }
};
number.addEventListener("input", () => { if (number.value.trim()) setOld("", ""); offer(); });
document.querySelector("#trong-kho").addEventListener("click", (event) => {
  const button = event.target.closest("button[data-kho]");
  if (!button) return;
  number.value = button.dataset.kho;
  setOld("", "");
  offer();
  number.focus();
});
if (!old.dataset.tep) offer();
document.querySelector("#chon").addEventListener("submit", async (event) => {
  event.preventDefault();
  const moi = [...drafts.children].map((item) => item.dataset.tep);
  const stored = number.value.trim();
  if (!stored && !old.dataset.tep) { noi("Xin chọn bản gốc: ghi số của văn bản trong kho, hoặc chọn tệp."); return; }
  if (!moi.length) { noi("Xin chọn ít nhất một dự thảo."); return; }
  const answer = await gui("POST", "so-sanh", JSON.stringify(stored ? { kho: stored, moi } : { cu: old.dataset.tep, moi }));
  if (answer) toi(answer.den);
});
