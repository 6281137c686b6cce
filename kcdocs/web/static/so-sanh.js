// Deciding unsure pairs of a comparison by a click.
import { gui, guiTep } from "./tin.js";

const key = document.body.dataset.soSanh;

const decide = async (button) => {
  const { cu, moi, la } = button.dataset;
  if (await gui("POST", `so-sanh/${key}/xac-dinh`, JSON.stringify({ cu, moi, la }))) location.reload();
};

const choice = (row, la, words) => {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words;
  Object.assign(button.dataset, { cu: row.dataset.cu, moi: row.dataset.moi, la });
  return button;
};

const ask = (row) => {
  const asked = document.createElement("p");
  asked.className = "hoi";
  const words = document.createElement("span");
  words.textContent = `${row.dataset.cu} cũ và ${row.dataset.moi} mới có phải là một? `;
  asked.append(words, choice(row, "mot", "Là một: cho xem từng chữ"), " ", choice(row, "hai", "Khác nhau: một bỏ, một thêm"));
  row.querySelector("header").append(asked);
};

// Each explanation stands under its change, and is kept shortly after the last letter, also when the page is left.
const keep = async (area) => {
  area.dataset.doi = "";
  const answer = await gui("POST", `so-sanh/${key}/thuyet-minh`, JSON.stringify({ noi: area.dataset.noi, loi: area.value }));
  area.parentElement.querySelector("output").textContent = answer ? `Đã giữ lúc ${answer.luc}` : "Chưa giữ được";
};

const box = ({ ten, noi, loi }) => {
  const whole = document.createElement("div");
  const label = document.createElement("label");
  const area = document.createElement("textarea");
  whole.className = "tm";
  label.textContent = `Thuyết minh: ${ten}`;
  label.htmlFor = area.id = `tm-${noi}`;
  area.rows = 2;
  area.dataset.noi = noi;
  area.value = loi;
  let waiting;
  area.addEventListener("input", () => {
    area.dataset.doi = "1";
    whole.querySelector("output").textContent = "Đang giữ…";
    clearTimeout(waiting);
    waiting = setTimeout(() => keep(area), 800);
  });
  area.addEventListener("change", () => { clearTimeout(waiting); if (area.dataset.doi) keep(area); });
  whole.append(label, area, document.createElement("output"));
  return whole;
};

const { o: said, chua } = await gui("GET", `so-sanh/${key}/thuyet-minh`) ?? { o: [], chua: [] };
const boxes = new Map(said.filter((each) => each.o).map((each) => [each.o, each]));

// What a row is asked and where it is explained is added once the row is put into the page.
const dress = (row) => {
  if (row.dataset.cu) ask(row);
  if (boxes.has(row.id)) row.append(box(boxes.get(row.id)));
};
const dressed = (piece) => { if (piece.querySelectorAll) piece.querySelectorAll(".row.changed").forEach(dress); };
new MutationObserver((seen) => seen.forEach((each) => each.addedNodes.forEach(dressed))).observe(document.querySelector("main"), { childList: true, subtree: true });
dressed(document);

const apart = document.querySelector("#thuyet-minh");
apart.append(...said.filter((each) => !each.o).map(box));
if (chua.length) {
  const told = document.createElement("p");
  const list = document.createElement("ul");
  told.textContent = "Lời của lần trước chưa khớp điều khoản nào:";
  list.append(...chua.map((words) => Object.assign(document.createElement("li"), { textContent: words })));
  apart.append(told, list);
}

// What somebody wrote into a table that was sent out comes back into the page.
const back = document.querySelector("#lay-lai");
const takeBack = async () => {
  const [file] = back.files;
  const tep = file && await guiTep(file);
  back.value = "";
  const answer = tep && await gui("POST", `so-sanh/${key}/lay-lai`, JSON.stringify({ tep }));
  if (!answer) return;
  sessionStorage.setItem("kcdocs-lay-lai", `Đã lấy lời viết của ${answer.bao_nhieu} chỗ từ «${file.name}».`);
  location.reload();
};
back.addEventListener("change", takeBack);
document.querySelector("#da-lay").textContent = sessionStorage.getItem("kcdocs-lay-lai") ?? "";
sessionStorage.removeItem("kcdocs-lay-lai");

addEventListener("beforeunload", (event) => { if (document.querySelector("textarea[data-doi='1']")) event.preventDefault(); });

document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-la]");
  if (button) decide(button);
});
