// The gallery: finding a set by a clerk's words, beginning, doubling and taking away drafts.
import { gui, khongDau as bare, toi } from "./tin.js";

const box = document.querySelector("#tim-mau");
const cards = [...document.querySelectorAll(".thu-vien li")];
const groups = [...document.querySelectorAll(".nhom-mau")];
const none = document.querySelector("#khong-thay");

const find = () => {
  const words = bare(box.value).split(/\s+/).filter(Boolean);
  for (const card of cards) card.hidden = !words.every((word) => card.dataset.tu.includes(word));
  for (const group of groups) group.hidden = !group.querySelector("li:not([hidden])");
  none.hidden = cards.some((card) => !card.hidden);
  none.textContent = none.hidden ? "" : `Không có mẫu nào hợp với «${box.value.trim()}». Thử từ khác, hoặc ít chữ hơn.`;
};
box?.addEventListener("input", find);
if (box) find();

for (const picture of document.querySelectorAll(".thu-vien img")) {
  const gone = () => picture.remove(); // no LibreOffice on this machine
  picture.addEventListener("error", gone);
  if (picture.complete && !picture.naturalWidth) gone();
}

const begin = async (said, where = "soan") => {
  const answer = await gui("POST", where, JSON.stringify(said));
  if (answer) toi(answer.den);
};
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const { boMau, tep, hangLoat, nhan, xoaNhap } = button.dataset;
  if (boMau) begin({ bo_mau: boMau, tep });
  if (hangLoat) begin({ bo_mau: hangLoat, tep }, "hang-loat");
  if (nhan) begin({ ban_nhap: nhan });
  if (xoaNhap && confirm("Xóa hẳn bản nháp này? Văn bản đã tải về máy không bị đụng tới.")) {
    const answer = await gui("DELETE", `soan/ban-nhap/${xoaNhap}`);
    if (answer) toi(answer.den);
  }
});
