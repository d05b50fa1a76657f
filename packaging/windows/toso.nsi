; SPDX-License-Identifier: GPL-3.0-or-later
;
; The installer: for one user, without administrator rights.
;   makensis -DVERSION=... -DBUNDLE=FOLDER -DOUT=FILE [-DSIGN=COMMAND] toso.nsi
; Silent: setup.exe /S [/D=C:\folder], which must come last and unquoted.
; Exit status 0 done, 2 not installed (nothing is left), 3 the program is running.

; Also on a Wine that has no 32-bit half.
Target amd64-unicode
Unicode true
ManifestDPIAware true
ManifestLongPathAware true
ManifestSupportedOS all
!ifndef COMPRESSOR
  !define COMPRESSOR "/SOLID lzma"
!endif
SetCompressor ${COMPRESSOR}
RequestExecutionLevel user

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"
!include "x64.nsh"

!define PROGRAM "Tổ Số"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\vn.toso.ToSo"
!define CLASSES "Software\Classes"
!define PROGID "ToSo.Year"

Name "${PROGRAM}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\ToSo"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "${PROGRAM} ${VERSION}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${PROGRAM}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Cài đặt ${PROGRAM}"
VIAddVersionKey "LegalCopyright" "GPL-3.0-or-later"

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
  !finalize '${SIGN} "%1"' = 0
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\bin\toso.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

; The system's language when it is one of these, else the first.
!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"

LangString OLD_WINDOWS ${LANG_VIETNAMESE} "Tổ Số cần Windows 10 hoặc 11, bản 64 bit."
LangString OLD_WINDOWS ${LANG_ENGLISH} "Tổ Số needs 64-bit Windows 10 or 11."
LangString RUNNING ${LANG_VIETNAMESE} "Tổ Số đang chạy. Hãy đóng cửa sổ Tổ Số rồi bấm Thử lại (Retry)."
LangString RUNNING ${LANG_ENGLISH} "Tổ Số is running. Close its window, then choose Retry."
LangString NO_PLACE ${LANG_VIETNAMESE} "Không ghi được vào thư mục này. Hãy chọn thư mục khác, chẳng hạn thư mục được đề nghị lúc đầu:"
LangString NO_PLACE ${LANG_ENGLISH} "This folder cannot be written to. Choose another one, such as the one that was proposed:"
LangString NO_ROOM ${LANG_VIETNAMESE} "Đĩa không còn đủ chỗ (cần ${SIZE} MB). Hãy dọn bớt rồi cài lại. Chưa có gì được thay đổi."
LangString NO_ROOM ${LANG_ENGLISH} "There is not enough room on the disk (${SIZE} MB). Make room and install again. Nothing has been changed."
LangString BROKEN ${LANG_VIETNAMESE} "Không cài được: không thay được tệp của bản cũ. Hãy khởi động lại máy rồi cài lại."
LangString BROKEN ${LANG_ENGLISH} "Not installed: the files of the old version cannot be replaced. Start the computer again and install again."
LangString FILE_KIND ${LANG_VIETNAMESE} "Tệp năm Tổ Số"
LangString FILE_KIND ${LANG_ENGLISH} "Tổ Số year file"
LangString OPENS ${LANG_VIETNAMESE} "Kế hoạch của các Tổ Công nghệ số cộng đồng"
LangString OPENS ${LANG_ENGLISH} "The plan of the community digital technology teams"

; Everything of ours in the folder; what else is there stays.
!macro RemoveProgram folder
  RMDir /r "${folder}\bin"
  RMDir /r "${folder}\share"
  RMDir /r "${folder}\etc"
  RMDir /r "${folder}\licences"
  Delete "${folder}\DOC-TRUOC.txt"
!macroend

!macro Refuse text code
  DetailPrint "${text}"
  MessageBox MB_OK|MB_ICONSTOP "${text}" /SD IDOK
  SetErrorLevel ${code}
  Quit
!macroend

; A DLL that a running program has loaded cannot be opened for writing.
!macro WaitUntilClosed un
Function ${un}WaitUntilClosed
  ${DoWhile} ${FileExists} "$INSTDIR\bin\libglib-2.0-0.dll"
    ClearErrors
    FileOpen $0 "$INSTDIR\bin\libglib-2.0-0.dll" a
    ${IfNot} ${Errors}
      FileClose $0
      Return
    ${EndIf}
    ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDCANCEL`
      SetErrorLevel 3
      Quit
    ${EndIf}
  ${Loop}
FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

Function .onInit
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${RunningX64}
    !insertmacro Refuse "$(OLD_WINDOWS)" 2
  ${EndIf}
FunctionEnd

; Whatever ended it: the new files are still aside, the old ones still there.
Function .onInstFailed
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\new"
  RMDir "$INSTDIR"
  SetErrorLevel 2
FunctionEnd

Section "${PROGRAM}"
  Call WaitUntilClosed

  ; ${DriveSpace} wants the root of a disk.
  ${GetRoot} "$INSTDIR" $0
  ${DriveSpace} "$0\" "/D=F /S=M" $1
  ${IfNot} ${Errors}
  ${AndIf} $1 < ${SIZE}
    !insertmacro Refuse "$(NO_ROOM)" 2
  ${EndIf}

  ClearErrors
  CreateDirectory "$INSTDIR\new"
  FileOpen $0 "$INSTDIR\new\write" w
  ${If} ${Errors}
    RMDir "$INSTDIR\new"
    RMDir "$INSTDIR"
    !insertmacro Refuse "$(NO_PLACE)$\n$LOCALAPPDATA\Programs\ToSo" 2
  ${EndIf}
  FileClose $0
  Delete "$INSTDIR\new\write"

  ; All of it aside first: a full disk leaves the old version as it was.
  AllowSkipFiles off
  SetOutPath "$INSTDIR\new"
  File /r "${BUNDLE}/*"

  SetOutPath "$INSTDIR"
  !insertmacro RemoveProgram "$INSTDIR"
  ClearErrors
  Rename "$INSTDIR\new\bin" "$INSTDIR\bin"
  Rename "$INSTDIR\new\share" "$INSTDIR\share"
  Rename "$INSTDIR\new\etc" "$INSTDIR\etc"
  Rename "$INSTDIR\new\licences" "$INSTDIR\licences"
  Rename "$INSTDIR\new\DOC-TRUOC.txt" "$INSTDIR\DOC-TRUOC.txt"
  ${If} ${Errors}
    DetailPrint "$(BROKEN)"
    MessageBox MB_OK|MB_ICONSTOP "$(BROKEN)" /SD IDOK
    Abort
  ${EndIf}
  RMDir "$INSTDIR\new"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\bin\toso.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1

  WriteRegStr HKCU "${CLASSES}\${PROGID}" "" "$(FILE_KIND)"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\DefaultIcon" "" "$INSTDIR\bin\toso.exe,0"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\shell\open\command" "" '"$INSTDIR\bin\toso.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\.toso" "" "${PROGID}"
  WriteRegStr HKCU "${CLASSES}\.toso" "Content Type" "application/vnd.toso.year"
  WriteRegStr HKCU "${CLASSES}\.toso\OpenWithProgids" "${PROGID}" ""
  ${RefreshShellIcons}

  CreateShortcut "$SMPROGRAMS\${PROGRAM}.lnk" "$INSTDIR\bin\toso.exe" "" "$INSTDIR\bin\toso.exe" 0 "" "" "$(OPENS)"
SectionEnd

; Year files, settings and backups are the office's; they stay.
Section "Uninstall"
  Call un.WaitUntilClosed

  SetOutPath "$TEMP"
  !insertmacro RemoveProgram "$INSTDIR"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${PROGRAM}.lnk"

  ReadRegStr $0 HKCU "${CLASSES}\.toso" ""
  ${If} $0 == "${PROGID}"
    DeleteRegKey HKCU "${CLASSES}\.toso"
  ${Else}
    DeleteRegValue HKCU "${CLASSES}\.toso\OpenWithProgids" "${PROGID}"
  ${EndIf}
  DeleteRegKey HKCU "${CLASSES}\${PROGID}"
  DeleteRegKey HKCU "${UNINSTALL}"
  ${RefreshShellIcons}
SectionEnd
