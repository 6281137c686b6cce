// A table of opinions: each answer is kept shortly after the last letter; tables and drafts come in by drop.
import { gui, guiTep, toi } from "./tin.js";

const key = document.body.dataset.yKien;
const rows = [...document.querySelectorAll("[data-khoa]")];

const count = (counted) => document.querySelectorAll("[data-dem]").forEach((item) => {
  item.textContent = counted[item.dataset.dem];
});

const keep = async (row) => {
  delete row.dataset.doi;
  const ket_qua = row.querySelector("select").value;
  const loi = row.querySelector("textarea").value;
  const answer = await gui("POST", `y-kien/${key}/tra-loi`, JSON.stringify({ khoa: row.dataset.khoa, ket_qua, loi }));
  row.querySelector("output").textContent = answer ? `Đã giữ lúc ${answer.luc}` : "Chưa giữ được";
  if (!answer) return;
  row.toggleAttribute("data-cho", !ket_qua);
  count(answer.dem);
};

const suggestion = (row) => row.querySelector("[data-goi-y]")?.dataset.goiY.replace(/^Tiếp thu: /, "");
const answers = (row, outcome, words) => {
  row.querySelector("select").value = outcome;
  row.querySelector("textarea").value = words;
};
const isAnswered = (row, outcome, words) =>
  row.querySelector("select").value === outcome && row.querySelector("textarea").value.trim() === words.trim();

rows.forEach((row) => {
  let waiting;
  const changed = (pause) => {
    row.dataset.doi = "1";
    row.querySelector("output").textContent = "Đang giữ…";
    clearTimeout(waiting);
    waiting = setTimeout(() => keep(row), pause);
  };
  row.querySelector("select").addEventListener("change", () => changed(0));
  row.querySelector("textarea").addEventListener("input", () => changed(800));
  row.querySelector("textarea").addEventListener("change", () => { if (row.dataset.doi) changed(0); });
  row.querySelector("[data-goi-y]")?.addEventListener("click", () => {
    answers(row, "tiếp thu", suggestion(row));
    changed(0);
  });
});

// All suggestions shown at once: what a person answered stays, and what was taken can be given back.
let taken = [];
const [takeAll, giveBack, takenTold] = ["#nhan-het", "#bo-nhan", "#nhan-so"].map((id) => document.querySelector(id));
const answerAll = async (some, answer, told) => {
  takeAll.disabled = true;
  giveBack.disabled = true;
  for (const row of some) {
    row.dataset.doi = "1";
    answer(row);
    await keep(row);
  }
  takeAll.disabled = false;
  giveBack.disabled = false;
  takenTold.textContent = told;
};
takeAll?.addEventListener("click", async () => {
  taken = rows.filter((row) => !row.hidden && suggestion(row) && isAnswered(row, "", ""));
  giveBack.hidden = !taken.length;
  await answerAll(taken, (row) => answers(row, "tiếp thu", suggestion(row)), taken.length
    ? `Đã nhận ${taken.length} gợi ý.` : "Không còn gợi ý nào ở các dòng đang hiện mà chưa trả lời.");
});
giveBack?.addEventListener("click", async () => {
  const untouched = taken.filter((row) => isAnswered(row, "tiếp thu", suggestion(row)));
  giveBack.hidden = true;
  await answerAll(untouched, (row) => answers(row, "", ""), `Đã bỏ ${untouched.length} gợi ý vừa nhận.`);
  takeAll.focus();
});
addEventListener("beforeunload", (event) => { if (document.querySelector("[data-doi]")) event.preventDefault(); });

const chosen = document.querySelector("#loc");
chosen?.addEventListener("change", () => {
  const wanted = rows.filter((row) => !chosen.value || row.hasAttribute(`data-${chosen.value}`));
  rows.forEach((row) => { row.hidden = !wanted.includes(row); });
  document.querySelector("#loc-so").textContent = chosen.value ? `${wanted.length} trên ${rows.length} dòng` : "";
});

const takers = {
  "nhan-lai": (answer, name) => {
    sessionStorage.setItem("kcdocs-y-kien", `Đã lấy phần trả lời của ${answer.bao_nhieu} dòng từ «${name}».`);
    location.reload();
  },
  "du-thao-moi": () => location.reload(),
};
document.querySelectorAll("[data-nhan]").forEach((box) => {
  const { nhan } = box.dataset;
  const input = box.querySelector("input");
  const take = async ([file]) => {
    const tep = file && await guiTep(file);
    const answer = tep && await gui("POST", `y-kien/${key}/${nhan}`, JSON.stringify({ tep }));
    if (answer) takers[nhan](answer, file.name);
  };
  input.addEventListener("change", () => { const files = [...input.files]; input.value = ""; take(files); });
  box.addEventListener("drop", (event) => { event.preventDefault(); take([...event.dataTransfer.files]); });
});
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => event.preventDefault());
document.querySelector("#da-lay").textContent = sessionStorage.getItem("kcdocs-y-kien") ?? "";
sessionStorage.removeItem("kcdocs-y-kien");

document.querySelectorAll("[data-soan]").forEach((button) => button.addEventListener("click", async () => {
  const answer = await gui("POST", `y-kien/${key}/soan`, JSON.stringify({ bo_mau: button.dataset.soan }));
  if (answer) toi(answer.den);
}));
