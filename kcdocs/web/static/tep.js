// A dropped file: compare it with a stored text, or take it away.
import { gui, toi } from "./tin.js";

document.querySelectorAll("button[data-so-sanh]").forEach((button) => button.addEventListener("click", async () => {
  const answer = await gui("POST", "so-sanh", JSON.stringify({ kho: button.dataset.soSanh, moi: [button.dataset.moi] }));
  if (answer) toi(answer.den.replace("so-sanh/", `${button.dataset.trang}/`));
}));

document.querySelectorAll("button[data-xoa]").forEach((button) => button.addEventListener("click", async () => {
  if (!confirm("Bỏ hẳn tệp này khỏi kcdocs? Tệp gốc trên máy của anh, chị không bị đụng tới.")) return;
  const answer = await gui("DELETE", `tep/${button.dataset.xoa}`);
  if (answer) toi(answer.den);
}));
