// Work beside the page: how far it is, asked for once a second while it is looked at; at its end the page comes anew.
import { diaChi, gui, toi } from "./tin.js";

const box = document.querySelector("[data-viec]");

const look = async () => {
  if (document.hidden) return;
  let answer;
  try {
    answer = await (await fetch(diaChi(`${box.dataset.viec}/tien-do`))).json();
  } catch {
    box.querySelector("[role=status]").textContent = "Mất liên lạc với kcdocs. Mở lại kcdocs từ lối tắt trên màn hình, rồi tải lại trang này.";
    clearInterval(beat);
    return;
  }
  if (answer.xong) { clearInterval(beat); location.reload(); return; }
  box.querySelector("[role=status]").textContent = answer.loi;
  const bar = box.querySelector("progress");
  if (answer.tren) { bar.max = answer.tren; bar.value = answer.da; } else bar.removeAttribute("value");
};
const beat = box && setInterval(look, 1000);
if (box) look();

box?.querySelector("[data-dung]").addEventListener("click", async ({ target }) => {
  target.disabled = true;
  target.textContent = "Đang dừng…";
  const answer = await gui("POST", `${target.dataset.dung}/dung`, "{}");
  if (answer?.den === "") { clearInterval(beat); toi(""); }
});
