// Holding the amended text against an official consolidated one.
import { guiTep, toi } from "./tin.js";

const chosen = document.querySelector("#chinh-thuc");
const take = async () => {
  const [file] = chosen.files;
  const key = file && await guiTep(file);
  chosen.value = "";
  if (key) toi(`sua-doi/${document.body.dataset.suaDoi}/doi-chieu/${key}`);
};
chosen.addEventListener("change", take);
if (chosen.files.length) take();
