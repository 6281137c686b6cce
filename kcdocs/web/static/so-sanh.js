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

document.querySelectorAll("section[data-cu]").forEach((row) => {
  const asked = document.createElement("p");
  asked.className = "hoi";
  const words = document.createElement("span");
  words.textContent = `${row.dataset.cu} cũ và ${row.dataset.moi} mới có phải là một? `;
  asked.append(words, choice(row, "mot", "Là một: cho xem từng chữ"), " ", choice(row, "hai", "Khác nhau: một bỏ, một thêm"));
  row.querySelector("header").append(asked);
});

// Each explanation stands under its change, and is kept shortly after the last letter, also when the page is left.
const keep = async (area) => {
  area.dataset.doi = "";
  const answer = await gui("POST", `so-sanh/${key}/thuyet-minh`, JSON.stringify({ noi: area.dataset.noi, loi: area.value }));
  area.parentElement.querySelector("output").textContent = answer ? `Đã giữ lúc ${answer.luc}` : "Chưa giữ được";
};

document.querySelectorAll(".tm").forEach((box) => {
  document.getElementById(box.dataset.o)?.append(box);
  const area = box.querySelector("textarea");
  let waiting;
  area.addEventListener("input", () => {
    area.dataset.doi = "1";
    box.querySelector("output").textContent = "Đang giữ…";
    clearTimeout(waiting);
    waiting = setTimeout(() => keep(area), 800);
  });
  area.addEventListener("change", () => { clearTimeout(waiting); if (area.dataset.doi) keep(area); });
  area.addEventListener("keydown", (event) => event.stopPropagation());
});
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
