// A dossier: how far each paper is, papers and files to be added; the form itself is `bieu-mau.js`'s.
import { diaChi, gui, guiTep, toi } from "./tin.js";
import { ask } from "./bieu-mau.js";
import { readGroup } from "./o.js";

const path = `ho-so/lap/${document.body.dataset.banNhap}`;
const form = document.querySelector("#bieu-mau");
const rows = document.querySelector(".cac-hang");
let states = new Map();

const shown = (row) => {
  const { nhap, tep } = readGroup(row);
  const state = states.get(nhap || tep);
  row.querySelector(".giay-ten").textContent = state?.ten ?? "";
  row.querySelector(".tt").textContent = state?.noi ?? "";
  row.querySelector(".tt").classList.toggle("du", state?.loi === 0);
  const link = row.querySelector("[data-soan]");
  link.hidden = !nhap;
  link.href = diaChi(`soan/ban-nhap/${nhap}${state?.loi ? "#kiem-tra" : ""}`);
  link.setAttribute("aria-label", `Soạn ${state?.ten ?? ""}`);
  row.querySelector("[data-truong=ten]").hidden = !tep;
};
const decorate = () => [...rows.children].forEach(shown);

const look = async () => {
  const found = await (await fetch(diaChi(`${path}/van-ban`))).json();
  states = new Map(found.map((each) => [each.khoa, each]));
  decorate();
};
new MutationObserver(decorate).observe(rows, { childList: true });
addEventListener("pageshow", look);

// What was typed goes along; the page is drawn anew, for what papers have in common hangs on which they are.
const add = async (what) => { if (await ask(`${path}/van-ban`, what)) location.reload(); };
document.querySelector("#them-mau").addEventListener("click", () => add({ bo_mau: document.querySelector("#mau-them").value }));
for (const button of document.querySelectorAll("[data-them-mau]")) button.addEventListener("click", () => add({ bo_mau: button.dataset.themMau }));
document.querySelector("#them-tep").addEventListener("change", async ({ target }) => {
  const tep = target.files.length ? await guiTep(target.files[0]) : null;
  target.value = "";
  if (tep) add({ tep });
});
document.querySelector("#xoa-ho-so").addEventListener("click", async () => {
  if (!confirm("Xóa hẳn hồ sơ này và bản nháp của các văn bản trong đó? Văn bản đã tải về máy không bị đụng tới.")) return;
  const answer = await gui("DELETE", path);
  if (answer) toi(answer.den);
});
// The stage says which papers are asked for.
document.querySelector("#o-buoc").addEventListener("change", () => add({}));
