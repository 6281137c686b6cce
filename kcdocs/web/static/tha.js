// Dropping files anywhere on the page, or choosing them.
import { guiTep, noi, toi } from "./tin.js";

const DATA = /\.(xlsx|csv|ya?ml|jsonl?)$/i;
const float = document.querySelector("#tha-noi");
const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");

const take = async (files) => {
  if (files.length > 2 && files.some((file) => DATA.test(file.name))) {
    noi("Xin thả từng tệp dữ liệu một. Nhiều tệp cùng lúc là dự thảo và các bản góp ý gửi về.");
    return;
  }
  const keys = [];
  for (const file of files) keys.push(await guiTep(file));
  if (keys.includes(null)) return;
  if (keys.length > 2) toi(`y-kien?${keys.map((key) => `tep=${key}`).join("&")}`);
  else toi(keys.length === 1 ? `tep/${keys[0]}` : `so-sanh?cu=${keys[0]}&moi=${keys[1]}`);
};

addEventListener("dragover", (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  float.hidden = false;
});
addEventListener("dragleave", (event) => { if (!event.relatedTarget) float.hidden = true; });
addEventListener("drop", (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  float.hidden = true;
  take([...event.dataTransfer.files]);
});
const chosen = document.querySelector("input[data-tha]");
chosen?.addEventListener("change", () => { if (chosen.files.length) take([...chosen.files]); });
