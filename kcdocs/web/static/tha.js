// Dropping files or folders anywhere on the page, or choosing them.
import { laTepAn, tepTha } from "./tep-tha.js";
import { gui, guiTep, noi, toi } from "./tin.js";

const DATA = /\.(xlsx|csv|ya?ml|jsonl?)$/i;
const WORD = /\.docx$/i;
const float = document.querySelector("#tha-noi");
const store = document.querySelector("[data-kho]"); // on the page of the store, several files are to be added to it
const dossier = document.querySelector("[data-ho-so]"); // on the page of dossiers they are the papers of one
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

// The keys of those files that bear one of the endings; null if there is none, or one did not come in.
const sendAll = async (files, endings, none) => {
  const wanted = files.filter((file) => !laTepAn(file) && endings.some((ending) => file.name.toLowerCase().endsWith(ending)));
  if (!wanted.length) {
    noi(none, `Nhận tệp ${endings.join(", ")}.`);
    return null;
  }
  const keys = [];
  for (const file of wanted) {
    noi(`Đang nhận tệp ${keys.length + 1} trên ${wanted.length}…`);
    const key = await guiTep(file);
    if (!key) return null;
    keys.push(key);
  }
  return keys;
};

const addAll = async (files) => {
  const keys = await sendAll(files, store.dataset.kho.split(" "), "Không có tệp văn bản nào trong những gì vừa chọn.");
  const answer = keys && await gui("POST", "them-kho", JSON.stringify({ tep: keys }));
  if (answer) toi(answer.den);
};

const checkAll = async (files) => {
  const keys = await sendAll(files, [".docx"], "Không có tệp Word nào trong những gì vừa chọn.");
  if (keys) toi(`ho-so?${keys.map((key) => `tep=${key}`).join("&")}`);
};

const bring = (files, folder = false) => {
  if (dossier && (folder || files.some(({ name }) => WORD.test(name)))) checkAll(files);
  else if (store && (folder || files.length > 1)) addAll(files);
  else take(files);
};

addEventListener("dragover", (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  float.hidden = false;
});
addEventListener("dragleave", (event) => { if (!event.relatedTarget) float.hidden = true; });
addEventListener("drop", async (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  float.hidden = true;
  const { files, folder } = await tepTha(event);
  if (store || dossier || !folder) bring(files, folder);
  else noi("Xin thả tệp, không thả thư mục.", "Thêm cả thư mục vào kho thì thả ở trang «Kho văn bản»; thư mục các bản góp ý gửi về thì thả ở trang «Góp ý»; thư mục của một hồ sơ thì thả ở trang «Hồ sơ».");
});
for (const chosen of document.querySelectorAll("input[data-tha], input[data-thu-muc]")) {
  chosen.addEventListener("change", () => {
    if (chosen.files.length) bring([...chosen.files], "thuMuc" in chosen.dataset);
  });
}
