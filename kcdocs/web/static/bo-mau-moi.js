// Making a set of a Word file with tags.
import { gui, guiTep } from "./tin.js";

const form = document.querySelector("#bo-mau");
const field = (name) => document.querySelector(`#${name}`);
let truong = "";

const take = async () => {
  const [file] = field("truong").files;
  truong = (file && await guiTep(file)) ?? "";
  field("ten-truong").textContent = truong ? file.name : "";
};
field("truong")?.addEventListener("change", take);
if (field("truong")?.files.length) take();

form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const said = { ten: field("ten").value, ngay: field("ngay").value, truong };
  if (!said.ten.trim()) { field("ten").focus(); return; }
  if (!said.ngay.trim()) { field("ngay").focus(); return; }
  const answer = await gui("POST", `soan/bo-mau-moi/${form.dataset.tep}`, JSON.stringify(said));
  if (!answer) return;
  field("bao").hidden = true;
  field("ke").replaceChildren(...answer.ke.map((words) => {
    const item = document.createElement("li");
    item.textContent = words;
    return item;
  }));
  form.hidden = true;
  field("xong").hidden = false;
  field("h-xong").focus();
});
