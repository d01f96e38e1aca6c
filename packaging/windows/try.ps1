# On Windows: installs the setup program of dist silently, checks the installation, removes it again.
# The same, and more, is done under Wine by prove.sh.
$ErrorActionPreference = 'Stop'
$setup = Get-ChildItem dist\*-setup.exe | Select-Object -First 1
$folder = "$env:LOCALAPPDATA\Programs\Negatoscope"
$uninstall = 'HKCU:\Software\Microsoft\Windows\CurrentVersion\Uninstall\Negatoscope'
$offer = 'HKCU:\Software\Classes\.dcm\OpenWithProgids'

function Expect($What, $Holds) {
    if (-not $Holds) { throw "Not so: $What" }
    Write-Output "ok  $What"
}

$done = Start-Process $setup.FullName -ArgumentList '/S' -Wait -PassThru
Expect 'the setup ends with status 0' ($done.ExitCode -eq 0)
Expect 'it can be removed in the settings of Windows' (Test-Path $uninstall)
Expect 'it offers itself for .dcm' ((Get-ItemProperty $offer).PSObject.Properties.Name -contains 'Negatoscope.Film.1')

& "$folder\negatoscope-cli.exe" --self-test
Expect 'the installation check passes' ($LASTEXITCODE -eq 0)

$window = Start-Process "$folder\negatoscope.exe" -ArgumentList 'resources\sample\phantom.dcm' -PassThru
Start-Sleep -Seconds 15
Expect 'the window stays open' (-not $window.HasExited)
# So does a message that it could not start. Only a window that is there takes the film of a second start.
$second = Start-Process "$folder\negatoscope.exe" -ArgumentList 'resources\sample\phantom.dcm' -PassThru
$null = $second.Handle # or its status is not known at the end
Expect 'the window takes the film of a second start' ($second.WaitForExit(30000) -and $second.ExitCode -eq 0)

$done = Start-Process $setup.FullName -ArgumentList '/S' -Wait -PassThru
Expect 'installing over the running program ends with status 0' ($done.ExitCode -eq 0)
Expect 'the running program was closed' $window.HasExited

Start-Process "$folder\uninstall.exe" -ArgumentList '/S' -Wait
foreach ($try in 1..60) { if (Test-Path $folder) { Start-Sleep -Seconds 1 } }
Expect 'the folder is gone' (-not (Test-Path $folder))
Expect 'it is no more in the settings of Windows' (-not (Test-Path $uninstall))
