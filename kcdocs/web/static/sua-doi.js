// An amending draft: answering unclear commands, and holding the result against an official consolidated text.
import { gui, guiTep, noi, toi } from "./tin.js";

const key = document.body.dataset.suaDoi;

const answer = async (element, words) => {
  const { noi: place, lenh } = element.dataset;
  if (await gui("POST", `sua-doi/${key}/tra-loi`, JSON.stringify({ noi: place, lenh, tra_loi: words }))) location.reload();
};
document.querySelectorAll("form[data-lenh]").forEach((form) => {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = form.querySelector("input").value.trim();
    if (words) answer(form, words);
    else noi("Xin ghi lời lệnh đã rõ, như «Bãi bỏ khoản 2 Điều 7.»");
  });
  form.querySelector("button[data-khong]").addEventListener("click", (event) => answer(form, event.target.dataset.khong));
});
document.querySelectorAll("button[data-lenh]").forEach((button) => button.addEventListener("click", () => answer(button, "")));

const chosen = document.querySelector("#chinh-thuc");
const take = async () => {
  const [file] = chosen.files;
  const official = file && await guiTep(file);
  chosen.value = "";
  if (official) toi(`sua-doi/${key}/doi-chieu/${official}`);
};
chosen.addEventListener("change", take);
if (chosen.files.length) take();
