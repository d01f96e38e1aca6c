# On Windows, as an administrator: installs the MSI of dist silently, checks the installation, repairs and removes it.
$ErrorActionPreference = 'Stop'
$package = (Get-ChildItem dist\*.msi | Select-Object -First 1).FullName
$folder = "$env:ProgramFiles\Negatoscope"
$offer = 'HKLM:\Software\Classes\.dcm\OpenWithProgids'

function Expect($What, $Holds) {
    if (-not $Holds) { throw "Not so: $What" }
    Write-Output "ok  $What"
}
function Msiexec($Arguments) {
    $done = Start-Process msiexec -ArgumentList "$Arguments /qn /norestart" -Wait -PassThru
    Expect "msiexec $Arguments ends with status 0" ($done.ExitCode -eq 0)
}

Msiexec "/i `"$package`""
Expect 'it offers itself for .dcm' ((Get-ItemProperty $offer).PSObject.Properties.Name -contains 'Negatoscope.Film.1')
& "$folder\negatoscope-cli.exe" --self-test
Expect 'the installation check passes' ($LASTEXITCODE -eq 0)
Remove-Item "$folder\negatoscope.exe"
Msiexec "/fa `"$package`""
Expect 'what was missing is there again' (Test-Path "$folder\negatoscope.exe")
Msiexec "/x `"$package`""
Expect 'the folder is gone' (-not (Test-Path $folder))
