// Dropping files or folders anywhere on the page, or choosing them.
import { laTepAn, tepTha } from "./tep-tha.js";
import { gui, guiTep, noi, toi } from "./tin.js";

const DATA = /\.(xlsx|csv|ya?ml|jsonl?)$/i;
const float = document.querySelector("#tha-noi");
const store = document.querySelector("[data-kho]"); // on the page of the store, several files are to be added to it
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

const addAll = async (files) => {
  const endings = store.dataset.kho.split(" ");
  const texts = files.filter((file) => !laTepAn(file) && endings.some((ending) => file.name.toLowerCase().endsWith(ending)));
  if (!texts.length) {
    noi("Không có tệp văn bản nào trong những gì vừa chọn.", `Kho nhận tệp ${endings.join(", ")}.`);
    return;
  }
  const keys = [];
  for (const file of texts) {
    noi(`Đang nhận tệp ${keys.length + 1} trên ${texts.length}…`);
    const key = await guiTep(file);
    if (!key) return;
    keys.push(key);
  }
  const answer = await gui("POST", "them-kho", JSON.stringify({ tep: keys }));
  if (answer) toi(answer.den);
};

const bring = (files, folder = false) => (store && (folder || files.length > 1) ? addAll(files) : take(files));

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
  if (store || !folder) bring(files, folder);
  else noi("Xin thả tệp, không thả thư mục.", "Thêm cả thư mục vào kho thì thả ở trang «Kho văn bản»; thư mục các bản góp ý gửi về thì thả ở trang «Góp ý».");
});
for (const chosen of document.querySelectorAll("input[data-tha], input[data-thu-muc]")) {
  chosen.addEventListener("change", () => {
    if (chosen.files.length) bring([...chosen.files], "thuMuc" in chosen.dataset);
  });
}
