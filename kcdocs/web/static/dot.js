// A batch: choose, check, make, go on, verify.
import { diaChi, gui, guiTep, noi, toi } from "./tin.js";

const { dot } = document.body.dataset;
const path = `hang-loat/${dot}`;
const $ = (where) => document.querySelector(where);

const ask = async (what, said = {}) => {
  const answer = await gui("POST", `${path}/${what}`, JSON.stringify(said));
  if (answer) location.href = diaChi(answer.den);
};

// --- choosing ---

const chosen = () => {
  const form = $("#kiem-tra");
  const so = new FormData(form).get("so");
  if (so === null) { noi("Xin chọn số lấy từ đâu."); return null; }
  const said = { ngay: $("#ngay").value, day_so: so, lai: form.dataset.lai === "1" };
  if (so !== "moi") return said;
  const dau = Number($("#day-dau").value);
  if (!Number.isInteger(dau) || dau < 1) { noi("Số kế tiếp của dãy mới phải là một số từ 1 trở lên."); return null; }
  return { ...said, day_so: $("#day-ten").value, dau };
};
const check = (more = {}) => {
  const said = chosen();
  if (said) ask("kiem-tra", { ...said, ...more });
};
$("#kiem-tra")?.addEventListener("submit", (event) => { event.preventDefault(); check(); });
$("#bo-sai")?.addEventListener("click", () => check({ bo_sai: true }));
$("#lap-lai")?.addEventListener("click", () => {
  if (confirm("Cấp thêm một số cho những hồ sơ đã có số?")) check({ lai: true });
});
$("#tep-khac")?.addEventListener("change", async ({ target }) => {
  const tep = target.files.length ? await guiTep(target.files[0]) : null;
  target.value = "";
  if (tep) ask("tep", { tep });
});

// --- making ---

$("#lap")?.addEventListener("submit", (event) => {
  event.preventDefault();
  const said = new FormData(event.target);
  ask("lap", Object.fromEntries(["nen", "gop", "pdf"].map((name) => [name, said.has(name)])));
});
$("#lam-tiep")?.addEventListener("click", () => ask("lap"));
$("#xac-minh")?.addEventListener("click", () => ask("xac-minh"));
document.addEventListener("click", async ({ target }) => {
  const button = target.closest("button");
  if (button?.dataset.themTep) ask("lap", { [button.dataset.themTep]: true });
  if (button?.dataset.boDot && confirm("Bỏ đợt này khỏi danh sách? Văn bản đã lập và số đã cấp vẫn còn.")) {
    const answer = await gui("DELETE", `hang-loat/${button.dataset.boDot}`);
    if (answer) toi(answer.den);
  }
});
$("#tim")?.addEventListener("submit", (event) => {
  event.preventDefault();
  location.search = `?tim=${encodeURIComponent($("#o-tim").value)}`;
});
