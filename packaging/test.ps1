# Runs every check and all tests; sets everything up the first time. Arguments go to pytest.
#
#   powershell -ExecutionPolicy Bypass -File packaging\test.ps1
#   powershell -ExecutionPolicy Bypass -File packaging\test.ps1 tests\image -k colour

. (Join-Path $PSScriptRoot 'setup.ps1')
Initialize-Studio dev
Set-Location $Root
$env:QT_QPA_PLATFORM = 'offscreen'
$failed = @()

function Invoke-Check([string] $Name, [scriptblock] $Command) {
    # One line where it is well, its whole output where it is not.
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $output = & $Command 2>&1 | Out-String
    if ($LASTEXITCODE -eq 0) {
        Write-Host ('  ' + $Name.PadRight(44) + (Format-Seconds $clock.Elapsed.TotalSeconds))
    } else {
        Write-Host ('  ' + $Name.PadRight(44) + "failed`n$output")
        $script:failed += $Name
    }
}

Invoke-Check 'ruff check' { & $Python -m ruff check --output-format concise . }
Invoke-Check 'ruff format' { & $Python -m ruff format --check --output-format concise . }
Invoke-Check 'mypy' { & $Python -m mypy }
Invoke-Check 'import-linter' { & (Join-Path $Venv 'Scripts\lint-imports.exe') }

& $Python -m pytest @args
$status = $LASTEXITCODE
if ($failed) {
    Write-Line "Failed before the tests: $($failed -join ', ')."
    if ($status -eq 0) { $status = 1 }
}
exit $status
