# Opens the studio, or runs one of its verbs without a window; sets everything up the first time.
#
#   powershell -ExecutionPolicy Bypass -File packaging\run.ps1
#   powershell -ExecutionPolicy Bypass -File packaging\run.ps1 stylize photo.jpg --style great-wave -o out.png

. (Join-Path $PSScriptRoot 'setup.ps1')
Initialize-Studio run
& $Python -P -m studio @args
exit $LASTEXITCODE
