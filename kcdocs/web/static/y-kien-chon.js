// Choosing the draft that was sent out, the files that came back, and who sent each.
import { tepTha } from "./tep-tha.js";
import { gui, guiTep, noi, toi } from "./tin.js";

const form = document.querySelector("#gom");
const number = document.querySelector("#kho");
const list = document.querySelector("#ds-tep");

const show = () => list.querySelectorAll("li").forEach((item) => {
  item.querySelector(".noi").hidden = item.querySelector("input[type=radio]").checked;
});

const add = (key, name) => {
  const item = document.querySelector("#mau-tep").content.cloneNode(true).firstElementChild;
  const office = item.querySelector("input:not([type=radio])");
  item.dataset.tep = key;
  item.querySelector("bdi").textContent = name;
  item.querySelectorAll(".unseen").forEach((words) => { words.textContent = ` ${name}`; });
  item.querySelector("input[type=radio]").value = key;
  office.id = `noi-${key}`;
  item.querySelector(".noi label").htmlFor = office.id;
  list.append(item);
};

const take = async (files) => {
  for (const file of files) {
    const key = await guiTep(file);
    if (key) add(key, file.name);
  }
};

const more = document.querySelector("#them-tep");
more.addEventListener("change", async () => { const files = [...more.files]; more.value = ""; await take(files); });
list.addEventListener("change", () => { if (list.querySelector("input[type=radio]:checked")) number.value = ""; show(); });
list.addEventListener("click", (event) => {
  if (event.target.closest("button[data-bo]")) { event.target.closest("li").remove(); more.focus(); }
});
number.addEventListener("input", () => {
  const chosen = list.querySelector("input[type=radio]:checked");
  if (number.value.trim() && chosen) { chosen.checked = false; show(); }
});
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", async (event) => { event.preventDefault(); take((await tepTha(event)).files); });
show();

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const kho = number.value.trim();
  const goc = kho || list.querySelector("input[type=radio]:checked")?.value;
  const tep = [...list.querySelectorAll("li")]
    .filter((item) => item.dataset.tep !== goc)
    .map((item) => [item.dataset.tep, item.querySelector("input:not([type=radio])").value]);
  if (!goc) { noi("Xin cho biết dự thảo nào đã gửi lấy ý kiến: đánh dấu ở một tệp, hoặc ghi số của văn bản trong kho."); return; }
  if (!tep.length) { noi("Xin thêm ít nhất một tệp góp ý gửi về."); return; }
  const said = { goc, kho: Boolean(kho), tep, tu: form.dataset.tu, gop: event.submitter?.value === "gop" };
  const answer = await gui("POST", "y-kien", JSON.stringify(said));
  if (answer) toi(answer.den);
});
