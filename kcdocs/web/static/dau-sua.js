// Auditing a redline: choosing the texts that it was made of.
import { guiTep, noi, toi } from "./tin.js";

const form = document.querySelector("#soat");
const number = document.querySelector("#kho");

// A file may have been chosen before this module was there.
document.querySelectorAll("input[data-ben]").forEach((input) => {
  const shown = document.querySelector(`#ten-${input.dataset.ben}`);
  const take = async () => {
    const [file] = input.files;
    const key = file && await guiTep(file);
    input.value = "";
    if (!key) return;
    shown.dataset.tep = key;
    shown.textContent = file.name;
    if (input.dataset.ben === "cu") number.value = "";
  };
  input.addEventListener("change", take);
  if (input.files.length) take();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const asked = new URLSearchParams();
  if (number.value.trim()) asked.set("kho", number.value.trim());
  else if (document.querySelector("#ten-cu").dataset.tep) asked.set("cu", document.querySelector("#ten-cu").dataset.tep);
  if (document.querySelector("#ten-moi").dataset.tep) asked.set("moi", document.querySelector("#ten-moi").dataset.tep);
  if (!asked.size) { noi("Xin chọn bản gốc, bản mới, hoặc cả hai."); return; }
  toi(`dau-sua/${form.dataset.tep}?${asked}`);
});
