; The setup program for Windows, from a frozen program.
;
;   makensis -DVERSION=0.1.0 -DPAYLOAD=dist/negatoscope -DOUTPUT=dist/Negatoscope-0.1.0-setup.exe negatoscope.nsi
;
; Installs for the one who starts it, without asking for an administrator. On the command line:
;   /S             silently
;   /AllUsers      below Program Files, for everybody; asks for an administrator, unless /S
;   /D=C:\Folder   elsewhere (the last word, without quotes)
; The uninstaller takes /S, and /RemoveSettings, which also removes the settings and the journal of this user.
; What each status means stands in docs/install/windows.md.
;
; TARGET=amd64-unicode makes a 64-bit setup; NSIS for Windows makes 32-bit ones alone, which do as well.

Unicode true
!ifdef TARGET
  Target ${TARGET}
!endif
ManifestDPIAware true
ManifestSupportedOS all
; For oneself nobody is asked for a password; /AllUsers asks by itself (NeedRights).
RequestExecutionLevel user
!ifdef QUICK
  SetCompress off
!else
  SetCompressor /SOLID /FINAL lzma
  SetCompressorDictSize 64
!endif

!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "Sections.nsh"
!include "FileFunc.nsh"
!include "x64.nsh"
!include "WinVer.nsh"
!include "WordFunc.nsh"

!define NAME "Negatoscope"
!define PROGRAM "negatoscope.exe"
!define COMMAND_LINE "negatoscope-cli.exe"
!define PROGID "Negatoscope.Film.1"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
; The program keeps its settings in Software\Negatoscope\Negatoscope, so this key is not ours alone.
!define CAPABILITIES_KEY "Software\Negatoscope\Capabilities"
!define SETTINGS_KEY "Software\Negatoscope\Negatoscope"
!define CLOSE_TRIES 40
; Only a folder with this file in it is ours to empty: _internal alone is every PyInstaller program's folder.
!define MARKER "negatoscope.installed"

Name "${NAME}"
OutFile "${OUTPUT}"
; Its last word is what Browse appends to the folder that is chosen.
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
BrandingText "Research use, not a medical device"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} setup"
VIAddVersionKey "CompanyName" "The Negatoscope project"
VIAddVersionKey "LegalCopyright" "Apache-2.0"

!define MUI_ICON "..\icons\negatoscope.ico"
!define MUI_UNICON "..\icons\negatoscope.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "..\icons\sidebar.bmp"
!define MUI_WELCOMEFINISHPAGE_BITMAP_STRETCH AspectFitHeight
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "${NAME} ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "A light box for chest radiographs, with a model that says when it should not be asked.$\r$\n$\r$\nFor research use. Not a medical device; not for diagnosis or treatment.$\r$\n$\r$\nNothing leaves this computer. A ${NAME} that is open will be closed; your settings and your journal stay."
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION OpenProgram
!define MUI_FINISHPAGE_RUN_TEXT "Open ${NAME}"
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE CheckFolder
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; What the program opens. It offers itself for them and takes none away from another program.
!macro ForEachEnding Do
  !insertmacro ${Do} ".dcm"
  !insertmacro ${Do} ".dicom"
  !insertmacro ${Do} ".png"
  !insertmacro ${Do} ".jpg"
  !insertmacro ${Do} ".jpeg"
  !insertmacro ${Do} ".tif"
  !insertmacro ${Do} ".tiff"
!macroend
!macro OfferFor Ending
  WriteRegStr SHCTX "Software\Classes\${Ending}\OpenWithProgids" "${PROGID}" ""
  WriteRegStr SHCTX "Software\Classes\Applications\${PROGRAM}\SupportedTypes" "${Ending}" ""
  WriteRegStr SHCTX "${CAPABILITIES_KEY}\FileAssociations" "${Ending}" "${PROGID}"
!macroend
!macro OfferNoMoreFor Ending
  DeleteRegValue SHCTX "Software\Classes\${Ending}\OpenWithProgids" "${PROGID}"
  DeleteRegKey /ifempty SHCTX "Software\Classes\${Ending}\OpenWithProgids"
  DeleteRegKey /ifempty SHCTX "Software\Classes\${Ending}"
!macroend
!macro TellExplorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

; Whether this is for everybody, told by the command line; the uninstaller is registered with the same word.
Var Scope
!macro ChooseScope
  SetRegView 64
  SetShellVarContext current
  StrCpy $Scope ""
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/AllUsers" $1
  ${IfNot} ${Errors}
    SetShellVarContext all
    StrCpy $Scope " /AllUsers"
  ${EndIf}
!macroend

; Ends where this is for everybody and the one who started it may not do that, before anything is touched.
; Settings > Apps, too, starts the uninstaller without rights. Silently, nobody can be asked.
!macro NeedRights File Arguments
  ${If} $Scope != ""
    UserInfo::GetAccountType
    Pop $1
    ${If} $1 != "Admin"
      ${If} ${Silent}
        SetErrorLevel 6
        Abort
      ${EndIf}
      ClearErrors
      ExecShell "runas" "${File}" "${Arguments}"
      ${If} ${Errors}
        MessageBox MB_ICONSTOP "For all users, ${NAME} needs an administrator. Nothing was changed."
        SetErrorLevel 6
        Abort
      ${EndIf}
      Quit
    ${EndIf}
  ${EndIf}
!macroend

; Closes the program if it is open: first as the user would, then, where nobody can be asked, by force.
!macro CloseProgram un
Function ${un}IsWritable
  ; Takes a file's name; gives 1 where it may be replaced or is not there, 0 where it is open or runs, and
  ; "denied" where that is not why.
  Exch $0
  Push $1
  Push $2
  System::Call 'kernel32::CreateFile(t "$INSTDIR\$0", i 0xC0000000, i 1, p 0, i 3, i 0, p 0) p.r1 ?e'
  Pop $2
  ${If} $1 != -1
    System::Call 'kernel32::CloseHandle(p r1)'
    StrCpy $0 1
  ${ElseIf} $2 = 2  ; ERROR_FILE_NOT_FOUND
  ${OrIf} $2 = 3    ; ERROR_PATH_NOT_FOUND
    StrCpy $0 1
  ${ElseIf} $2 = 32 ; ERROR_SHARING_VIOLATION
  ${OrIf} $2 = 33   ; ERROR_LOCK_VIOLATION
    StrCpy $0 0
  ${Else}
    StrCpy $0 "denied"
  ${EndIf}
  Pop $2
  Pop $1
  Exch $0
FunctionEnd

Function ${un}IsFree
  ; On the stack, 1 where both programs may be replaced; the second may be at work for somebody else's script.
  ; Ends where it is not a program that is open that stands in the way: nothing is closed in vain then.
  Push "${PROGRAM}"
  Call ${un}IsWritable
  Pop $0
  Push "${COMMAND_LINE}"
  Call ${un}IsWritable
  Pop $1
  ${If} $0 == "denied"
  ${OrIf} $1 == "denied"
    MessageBox MB_ICONSTOP "The files in $INSTDIR may not be changed by this user." /SD IDOK
    SetErrorLevel 5
    Abort
  ${EndIf}
  IntOp $0 $0 & $1
  Push $0
FunctionEnd

Function ${un}CloseProgram
  again:
  Call ${un}IsFree
  Pop $1
  ${If} $1 == 1
    Return
  ${EndIf}
  DetailPrint "Closing ${NAME} ..."
  ; By its whole name: a taskkill.exe beside the setup, among the downloads, would be found first.
  nsExec::Exec '"$SYSDIR\taskkill.exe" /IM ${PROGRAM}'
  Pop $0
  StrCpy $2 0
  ${DoWhile} $2 < ${CLOSE_TRIES}
    Sleep 250
    Call ${un}IsFree
    Pop $1
    ${If} $1 == 1
      Return
    ${EndIf}
    IntOp $2 $2 + 1
  ${Loop}
  ${If} ${Silent}
    nsExec::Exec '"$SYSDIR\taskkill.exe" /F /IM ${PROGRAM} /IM ${COMMAND_LINE}'
    Pop $0
    Sleep 1000
    Call ${un}IsFree
    Pop $1
    ${If} $1 == 1
      Return
    ${EndIf}
    SetErrorLevel 3
    Abort
  ${EndIf}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME} is still open, perhaps with another user of this computer. Close it, then try again." IDRETRY again
  SetErrorLevel 3
  Abort
FunctionEnd
!macroend
!insertmacro CloseProgram ""
!insertmacro CloseProgram "un."

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_ICONSTOP "${NAME} needs Windows 10 or later, 64 bits." /SD IDOK
    SetErrorLevel 4
    Abort
  ${EndIf}
  StrCpy $2 ""
  ${If} $INSTDIR != "$LOCALAPPDATA\Programs\${NAME}"
    StrCpy $2 " /D=$INSTDIR"
  ${EndIf}
  !insertmacro ChooseScope
  !insertmacro NeedRights "$EXEPATH" "$0$2"
  ReadRegStr $0 SHCTX "${UNINSTALL_KEY}" "DisplayVersion"
  ${VersionCompare} "$0" "${VERSION}" $1
  ${If} $0 != ""
  ${AndIf} $1 = 1
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "${NAME} $0 is installed, which is newer than this one, ${VERSION}. Replace it by the older one?" /SD IDNO IDYES older
    SetErrorLevel 8
    Abort
    older:
  ${EndIf}
  ${If} $2 == ""
    ; Where it is installed already, it is replaced.
    ReadRegStr $0 SHCTX "${UNINSTALL_KEY}" "InstallLocation"
    ${If} $0 != ""
      StrCpy $INSTDIR $0
    ${ElseIf} $Scope != ""
      StrCpy $INSTDIR "$PROGRAMFILES64\${NAME}"
    ${EndIf}
  ${EndIf}
FunctionEnd

Function CheckFolder
  ; On the page of the folder, Abort stays there; in the section, it ends the setup.
  ${IfNot} ${FileExists} "$INSTDIR\${MARKER}"
    ${DirState} "$INSTDIR" $0
    ${If} $0 = 1
      MessageBox MB_ICONSTOP "$INSTDIR holds files that are not ${NAME}'s. Choose a folder that is empty or new." /SD IDOK
      SetErrorLevel 7
      Abort
    ${EndIf}
  ${EndIf}
FunctionEnd

Function OpenProgram
  ${If} $Scope == ""
    Exec '"$INSTDIR\${PROGRAM}"'
  ${Else}
    ; By the desktop, which has the user's rights; this setup has an administrator's.
    Exec '"$WINDIR\explorer.exe" "$INSTDIR\${PROGRAM}"'
  ${EndIf}
FunctionEnd

Section "-Program"
  Call CheckFolder
  SetErrorLevel 0
  Call CloseProgram
  SetOutPath "$INSTDIR"
  ClearErrors
  ; First of all, so that a setup that is broken off can be done again.
  FileOpen $0 "$INSTDIR\${MARKER}" w
  FileWrite $0 "The setup program of ${NAME} made this folder, and empties it when ${NAME} is removed.$\r$\n"
  FileClose $0
  ; Nothing of an older version stays among the new files.
  RMDir /r "$INSTDIR\_internal"
  File /r "${PAYLOAD}\*.*"
  ${If} ${Errors}
    MessageBox MB_ICONSTOP "The files could not be written to $INSTDIR." /SD IDOK
    SetErrorLevel 5
    Abort
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}"

  WriteRegStr SHCTX "Software\Classes\${PROGID}" "" "Radiograph"
  WriteRegStr SHCTX "Software\Classes\${PROGID}" "FriendlyTypeName" "Radiograph"
  WriteRegStr SHCTX "Software\Classes\${PROGID}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr SHCTX "Software\Classes\${PROGID}\shell\open" "FriendlyAppName" "${NAME}"
  WriteRegStr SHCTX "Software\Classes\${PROGID}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr SHCTX "Software\Classes\Applications\${PROGRAM}" "FriendlyAppName" "${NAME}"
  WriteRegStr SHCTX "Software\Classes\Applications\${PROGRAM}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr SHCTX "${CAPABILITIES_KEY}" "ApplicationName" "${NAME}"
  WriteRegStr SHCTX "${CAPABILITIES_KEY}" "ApplicationDescription" "A light box for chest radiographs. Research use, not a medical device."
  WriteRegStr SHCTX "Software\RegisteredApplications" "${NAME}" "${CAPABILITIES_KEY}"
  !insertmacro ForEachEnding OfferFor

  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "The Negatoscope project"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM},0"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"$Scope'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe"$Scope /S'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" $0
  !insertmacro TellExplorer
SectionEnd

Section "un.The program" UnProgram
  SectionIn RO
  ${IfNot} ${FileExists} "$INSTDIR\${MARKER}"
    MessageBox MB_ICONSTOP "${NAME} is not installed in $INSTDIR. Nothing was changed." /SD IDOK
    SetErrorLevel 7
    Abort
  ${EndIf}
  Call un.CloseProgram
  ; By name: somebody may have laid files of their own beside them.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${PROGRAM}"
  Delete "$INSTDIR\${COMMAND_LINE}"
  Delete "$INSTDIR\uninstall.exe"
  Delete "$INSTDIR\${MARKER}"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"

  !insertmacro ForEachEnding OfferNoMoreFor
  DeleteRegKey SHCTX "Software\Classes\${PROGID}"
  DeleteRegKey SHCTX "Software\Classes\Applications\${PROGRAM}"
  DeleteRegValue SHCTX "Software\RegisteredApplications" "${NAME}"
  DeleteRegKey SHCTX "${CAPABILITIES_KEY}"
  DeleteRegKey /ifempty SHCTX "Software\Negatoscope"
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  !insertmacro TellExplorer
SectionEnd

Section /o "un.My settings, journal and crash reports" UnSettings
  DeleteRegKey HKCU "${SETTINGS_KEY}"
  DeleteRegKey /ifempty HKCU "Software\Negatoscope"
  SetShellVarContext current
  RMDir /r "$LOCALAPPDATA\Negatoscope\Negatoscope"
  RMDir "$LOCALAPPDATA\Negatoscope"
SectionEnd

Function un.onInit
  !insertmacro ChooseScope
  ; The one below Program Files: this runs from a copy among the user's temporary files, which is no place to
  ; start something with rights from.
  !insertmacro NeedRights "$INSTDIR\uninstall.exe" "$0"
  ClearErrors
  ${GetOptions} $0 "/RemoveSettings" $1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${UnSettings}
  ${EndIf}
FunctionEnd
