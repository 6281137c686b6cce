// A form: what is typed is kept at each pause, faults stand at their fields, pages follow. Of one paper, or of
// a dossier (`data-noi`, `data-moi`: where it is kept, and where another one is begun).
import { diaChi, gui, guiTep, noi, toi } from "./tin.js";
import { cacO, dan, dat, hang, them } from "./hang.js";
import { focusable, show } from "./loi-o.js";
import { blank, control, openBox, put, putGroup, readGroup, reveal } from "./o.js";
import { look } from "./xem.js";

const form = document.querySelector("#bieu-mau");
const { banNhap: key, mau, noi: home = "soan/ban-nhap", moi = "soan" } = document.body.dataset;
const path = `${home}/${key}`;
const results = [...document.querySelectorAll("[data-lap]")];
const local = `kcdocs-nhap-${key}`;
const daGiu = document.querySelector("#da-giu");
const duKien = document.querySelector("#ngay-du-kien");
let lan = 0;
let checked = false;

const revealAll = () => {
  reveal(form);
  if (duKien) duKien.hidden = !openBox(duKien.previousElementSibling)?.checked;
};

const state = () => ({ lan, gia_tri: readGroup(form), ngay: duKien && !duKien.hidden ? duKien.querySelector("input").value : "" });

// --- keeping ---

let waiting;
let sending = Promise.resolve();
let dirty = false;

const remember = () => { try { localStorage.setItem(local, JSON.stringify(state())); } catch { /* full: the server has it soon */ } };

const sendState = async (where, said = state()) => {
  const answer = await fetch(diaChi(where), { method: "POST", body: JSON.stringify(said), headers: { "X-Kcdocs": "1" } });
  return { status: answer.status, said: await answer.json().catch(() => ({})) };
};

const lost = () => { daGiu.textContent = "Mất liên lạc với kcdocs. Chữ đang gõ được giữ trong trình duyệt này; mở lại kcdocs từ lối tắt là tiếp tục."; };

const elsewhere = (words) => {
  noi(words, "Chữ ở thẻ này chưa mất.");
  const bao = document.querySelector("#bao");
  bao.append(choice("Giữ thẻ này thành bản nháp mới", () => asNew()), " ", choice("Xem bản kia", () => { localStorage.removeItem(local); dirty = false; location.reload(); }));
};
const choice = (words, act) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "nut";
  button.textContent = words;
  button.addEventListener("click", act);
  return button;
};
const asNew = async (gia_tri = state().gia_tri) => {
  const answer = await gui("POST", moi, JSON.stringify({ ban_nhap: key, gia_tri }));
  if (answer) { localStorage.removeItem(local); dirty = false; toi(answer.den); }
};

// One at a time, in order: a later one names the revision that the one before it made.
export const ask = (where, more = {}) => {
  sending = sending.then(async () => {
    clearTimeout(waiting);
    const said = { ...state(), ...more };
    let answer;
    try { answer = await sendState(where, said); } catch { lost(); return null; }
    if (answer.said.loi?.code === "WB108") { elsewhere(answer.said.loi.words); return null; }
    if (answer.status !== 200 || answer.said.loi) { noi(answer.said.loi?.words ?? "Trang này đã cũ.", answer.said.loi?.mend ?? "Hãy mở kcdocs lại từ lối tắt trên màn hình."); return null; }
    ({ lan } = answer.said);
    dirty = JSON.stringify({ ...state(), lan: 0 }) !== JSON.stringify({ ...said, ...Object.fromEntries(Object.keys(more).map((name) => [name, undefined])), lan: 0 });
    if (dirty) remember(); else localStorage.removeItem(local);
    look();
    return answer.said;
  });
  return sending;
};

const keep = async () => {
  const answer = await ask(path);
  if (!answer) return;
  daGiu.textContent = `Đã giữ bản nháp lúc ${answer.luc}.`;
  otherVersion(answer);
};

const otherVersion = (answer) => {
  const box = document.querySelector("#mau-khac");
  box.hidden = answer.mau === mau;
  if (!box.hidden) box.replaceChildren(`Ngày đang ghi thuộc mẫu khác (cho văn bản ${answer.kieu}). `, choice("Mở biểu mẫu theo ngày này", () => location.reload()));
};

const changed = () => {
  revealAll();
  dirty = true;
  remember();
  daGiu.textContent = "Đang giữ…";
  clearTimeout(waiting);
  waiting = setTimeout(keep, 800);
  const done = document.querySelector("#da-lap");
  if (!done.hidden && !done.dataset.cu) {
    done.dataset.cu = "1";
    const line = document.createElement("p");
    line.textContent = "Dữ liệu đã đổi sau lần tải này.";
    done.append(line);
  }
};

addEventListener("pagehide", () => {
  if (!dirty) return;
  remember();
  const body = JSON.stringify(state());
  if (body.length < 20000) fetch(diaChi(path), { method: "POST", body, keepalive: true, headers: { "X-Kcdocs": "1" } }).catch(() => {});
});

const dropBlankRows = () => form.querySelectorAll("[data-loai=rows]").forEach((rows) => {
  hang(rows).filter((row) => blank(readGroup(row))).forEach((row) => row.remove());
  dat(rows);
});

const make = async (form_) => {
  dropBlankRows();
  const answer = await ask(`${path}/lap`);
  if (!answer) return;
  checked = true;
  daGiu.textContent = "";
  show(answer.loi_o, { focus: true });
  if (answer.loi_o.length) return;
  const done = document.querySelector("#da-lap");
  const line = document.createElement("p");
  const words = document.createElement("bdi");
  words.textContent = answer.ten;
  line.append("Đã lập ", words, ` lúc ${answer.luc}. `);
  for (const { dataset } of results) {
    const link = document.createElement("a");
    link.href = diaChi(answer.den + dataset.lap);
    link.textContent = dataset.lai;
    line.append(link, " ");
  }
  const notes = answer.ghi_chu.map((note) => {
    const each = document.createElement("p");
    each.textContent = note;
    return each;
  });
  done.replaceChildren(line, ...notes);
  delete done.dataset.cu;
  done.hidden = false;
  location.href = diaChi(answer.den + form_);
};

const recheck = async () => {
  const answer = await ask(`${path}/kiem-tra`);
  if (answer) show(answer.loi_o, { focus: false });
};

// --- hands and keys ---

const rowAct = { len: (row) => row.previousElementSibling?.before(row), xuong: (row) => row.nextElementSibling?.after(row) };

const act = (button) => {
  const rows = button.closest("[data-loai=rows]");
  const row = button.closest(".hang");
  const what = button.dataset.hang;
  const say = (...words) => rows.querySelector(":scope > .bao-hang").replaceChildren(...words);
  say();
  if (what === "them") focusable(them(rows)).focus();
  else if (what === "nhan") putGroup(them(rows, row.nextElementSibling), readGroup(row));
  else if (what === "bo") {
    const [next, values] = [row.nextElementSibling, readGroup(row)];
    row.remove();
    say("Đã bỏ một dòng. ", choice("Hoàn tác", () => { putGroup(them(rows, next?.isConnected ? next : null), values); say(); changed(); }));
    rows.querySelector("[data-hang=them]").focus();
  } else { rowAct[what](row); button.focus(); }
  dat(rows);
  changed();
};

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", (event) => {
  const field = event.target.closest(".truong");
  if (event.target.matches("[data-bo-trong]")) control(field).disabled = event.target.checked;
  if (!event.target.closest(".them-muc")) changed();
});
form.addEventListener("change", (event) => { if (checked && event.target.closest(".sai")) recheck(); });
form.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.hang) act(button);
  if (button && "them" in button.dataset) addLine(button);
});
const addLine = (button) => {
  const field = button.closest(".truong");
  const chosen = field.querySelector(".them-muc input");
  const area = control(field);
  if (!chosen.value.trim()) { chosen.focus(); return; }
  area.value = [area.value.trimEnd(), chosen.value.trim()].filter(Boolean).join("\n");
  chosen.value = "";
  changed();
};
form.addEventListener("paste", (event) => {
  const field = event.target.closest("[data-truong]");
  const row = event.target.closest(".hang");
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const table = row && /[\t\n]/.test(text.trim()) ? cacO(text) : [];
  const many = table.some((line) => line.length > 1) || (table.length > 1 && event.target.tagName === "INPUT");
  if (!many || field.parentElement.closest(".hang") !== row) return;
  event.preventDefault();
  dan(row.closest("[data-loai=rows]"), row, field, table, (target, cell) => { if (!["group", "rows"].includes(target.dataset.loai)) put(target, cell); });
  changed();
});
document.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.ctrlKey && event.key === "Enter") { event.preventDefault(); make(results[0].dataset.lap); }
  const row = event.target.closest?.(".hang");
  if (event.altKey && row && ["ArrowUp", "ArrowDown"].includes(event.key)) {
    event.preventDefault();
    const held = document.activeElement;
    rowAct[event.key === "ArrowUp" ? "len" : "xuong"](row);
    dat(row.closest("[data-loai=rows]"));
    held.focus();
    changed();
  }
});
for (const button of results) button.addEventListener("click", () => make(button.dataset.lap));
document.querySelector("#tai-json").addEventListener("click", async (event) => {
  event.preventDefault();
  if (await ask(path)) location.href = event.target.href;
});
document.querySelector("#nam-truoc").addEventListener("change", async ({ target }) => {
  const tep = target.files.length ? await guiTep(target.files[0]) : null;
  const answer = tep && await gui("POST", moi, JSON.stringify({ bo_mau: target.dataset.boMau, tep, nam_truoc: true }));
  target.value = "";
  if (answer) toi(answer.den);
});

// --- what was typed before ---

const begin = async () => {
  const kept = await (await fetch(diaChi(`${path}/gia-tri`))).json();
  const mine = JSON.parse(localStorage.getItem(local) ?? "null");
  ({ lan } = kept);
  const newer = mine && mine.lan === kept.lan;
  const values = newer ? mine : kept;
  putGroup(form, values.gia_tri);
  if (duKien && values.ngay) duKien.querySelector("input").value = values.ngay;
  revealAll();
  document.body.dataset.san = "1";
  if (newer) changed(); else look();
  if (location.hash === "#kiem-tra") {
    checked = true;
    const answer = await ask(`${path}/kiem-tra`);
    if (answer) show(answer.loi_o, { focus: true });
  }
  if (mine && !newer && JSON.stringify(mine.gia_tri) !== JSON.stringify(kept.gia_tri)) {
    noi("Trình duyệt này còn chữ chưa giữ của bản nháp này, gõ trước khi bản nháp được sửa ở nơi khác.");
    document.querySelector("#bao").append(choice("Mở chữ ấy thành bản nháp mới", () => asNew(mine.gia_tri)), " ", choice("Bỏ chữ ấy", () => { localStorage.removeItem(local); document.querySelector("#bao").hidden = true; }));
  }
};
begin();
