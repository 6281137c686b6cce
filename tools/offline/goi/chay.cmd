@echo off
rem Finds a Python that suits and lets it do the work: chay.cmd cai [/q], chay.cmd go [/q]
rem This file is ASCII: cmd.exe loses its place in files with longer characters. What people read lies in text files.
setlocal
set "PLAIN="
chcp 65001 >nul 2>nul || set "PLAIN=-khong-dau"
rem The launcher of today would fetch a Python that is not there.
set "PYTHON_MANAGER_AUTOMATIC_INSTALL=false"
set "FOUND="
for %%v in (3.14 3.13 3.12 3.11) do call :try py -%%v
for %%q in (python.exe python3.exe) do call :try %%q
for %%v in (314 313 312 311) do for %%i in ("%LOCALAPPDATA%\Programs\Python" "%ProgramFiles%") do call :try "%%~i\Python%%v\python.exe"
if defined FOUND (
  %FOUND% -I -X utf8 "%~dp0cai_dat.py" %1
) else (
  type "%~dp0can-python%PLAIN%.txt"
  cmd /c exit 6
)
set "CODE=%errorlevel%"
if /i not "%~2"=="/q" pause
exit /b %CODE%

:try
if defined FOUND exit /b
%* -I "%~dp0cai_dat.py" thu >nul 2>nul
if not errorlevel 1 set FOUND=%*
exit /b
