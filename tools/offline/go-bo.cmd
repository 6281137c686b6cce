@echo off
if not exist "%~dp0goi\chay.cmd" (
  echo Hay giai nen tep ZIP ^(chuot phai, Extract All^) roi chay lai go-bo.cmd.
  pause
  exit /b 3
)
call "%~dp0goi\chay.cmd" go %*
