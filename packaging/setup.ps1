# Sets Klangbild up inside its checkout. Sourced by run.ps1 and test.ps1; Windows PowerShell 5.1 or newer.
#
#   Initialize-Studio run|dev      makes .venv as pyproject.toml asks
#
# A set-up that is already as it should be says nothing and asks no network.
# $env:KLANGBILD_PYTHON names the Python to use.

$Root = Split-Path -Parent $PSScriptRoot
$Venv = Join-Path $Root '.venv'
$Python = Join-Path $Venv 'Scripts\python.exe'
$StampFile = Join-Path $Venv 'klangbild-stamp'
$Unfinished = Join-Path $Venv 'klangbild-unfinished'
$Log = Join-Path $Venv 'setup.log'
foreach ($name in 'PYTHONHOME', 'PYTHONPATH', 'PIP_USER', 'PIP_TARGET', 'PIP_PREFIX') {
    Remove-Item "Env:$name" -ErrorAction SilentlyContinue
}

$ProbePython = @'
import sys
good = sys.version_info >= (3, 11) and sys.maxsize > 2**32 and sys.implementation.name == 'cpython'
sys.stdout.write(sys.executable if good else '')
'@
$ProbeVersion = 'import sys; sys.stdout.write(sys.version.split()[0])'

function Write-Line([string] $Text) { [Console]::Error.WriteLine($Text) }

function Stop-Studio([string] $Sentence) {
    # One sentence, exit status 2.
    Write-Line $Sentence
    exit 2
}

function Format-Seconds([double] $Seconds) {
    $whole = [int] $Seconds
    if ($whole -lt 60) { return "$whole s" }
    return '{0} min {1} s' -f [Math]::Floor($whole / 60), ($whole % 60)
}

function Invoke-Phase([string] $What, [scriptblock] $Command) {
    # One line with its duration; the noise goes to the log.
    [Console]::Error.Write('  ' + $What.PadRight(44))
    $clock = [Diagnostics.Stopwatch]::StartNew()
    & $Command *>> $Log
    $good = $LASTEXITCODE -eq 0
    if ($good) { Write-Line (Format-Seconds $clock.Elapsed.TotalSeconds) } else { Write-Line 'failed' }
    return $good
}

function Test-Python([string] $Command, [string[]] $Options) {
    # The path of the interpreter where it can carry the studio, otherwise an empty text.
    if (-not (Get-Command $Command -ErrorAction SilentlyContinue)) { return '' }
    try { $found = & $Command @Options -I -c $ProbePython 2>$null } catch { return '' }
    if ($LASTEXITCODE -ne 0) { return '' }
    return "$found".Trim()
}

function Find-Python {
    if ($env:KLANGBILD_PYTHON) {
        $found = Test-Python $env:KLANGBILD_PYTHON @()
        if ($found) { return $found }
        Stop-Studio "KLANGBILD_PYTHON=$env:KLANGBILD_PYTHON is not a 64-bit Python 3.11 or newer."
    }
    foreach ($version in '-3.13', '-3.12', '-3.11', '-3.14') {
        $found = Test-Python 'py' @($version)
        if ($found) { return $found }
    }
    foreach ($name in 'python3', 'python') {
        $found = Test-Python $name @()
        if ($found) { return $found }
    }
    Stop-Studio ('Klangbild needs Python 3.11 or newer: install it (winget install Python.Python.3.13, ' +
        'or https://www.python.org) and call again.')
}

function Get-Stamp {
    # What the environment was made from; another place, Python or pyproject.toml makes it stale.
    $version = & $Python -I -S -c $ProbeVersion
    $hash = (Get-FileHash -Algorithm SHA256 (Join-Path $Root 'pyproject.toml')).Hash
    return "$Root | $version | $hash"
}

function Test-Environment {
    if (-not (Test-Path $Python)) { return $false }
    try { & $Python -I -S -c $ProbeVersion *> $null } catch { return $false }
    return $LASTEXITCODE -eq 0
}

function Install-Requirements([string] $Extras, [bool] $Fresh) {
    $target = $Root
    if ($Extras -eq 'dev') { $target = "${Root}[dev]" }
    $pip = @('-I', '-m', 'pip', 'install', '--no-input', '--disable-pip-version-check', '--progress-bar', 'off')
    if ($Fresh) {
        & $Python -I -m pip --version
        if ($LASTEXITCODE -ne 0) { & $Python -I -m ensurepip } # uv makes environments without pip
        & $Python @pip --retries 1 --upgrade 'pip>=25.2' # resumes broken downloads; the old one will do
        & $Python @pip --editable $target
    } else {
        & $Python @pip --retries 1 --editable $target
    }
}

function Initialize-Studio([string] $Extras) {
    $known = ''
    $kind = ''
    if (Test-Path $StampFile) { $known, $kind = Get-Content -Encoding UTF8 $StampFile }
    $whole = (Test-Environment) -and -not (Test-Path $Unfinished)
    if ($whole -and $known -eq (Get-Stamp) -and ($Extras -eq 'run' -or $kind -eq 'dev')) { return }

    Write-Line 'Setting up Klangbild'
    $clock = [Diagnostics.Stopwatch]::StartNew()
    if (-not (Test-Path (Join-Path $env:SystemRoot 'System32\vcruntime140_1.dll'))) {
        Stop-Studio ('PyTorch needs the Microsoft Visual C++ runtime: install it ' +
            '(winget install Microsoft.VCRedist.2015+.x64) and call again.')
    }
    $moved = $known -and -not $known.StartsWith("$Root | ")
    if ((Test-Path $Venv) -and ($moved -or (Test-Path $Unfinished) -or -not (Test-Environment))) {
        Remove-Item -Recurse -Force $Venv # interrupted, or its Python has gone, or the folder has moved
        $known = ''
        $kind = ''
    }
    $fresh = -not $known
    if ($fresh) {
        New-Item -ItemType Directory -Force $Venv | Out-Null
        New-Item -ItemType File -Force $Unfinished | Out-Null
    }
    if (-not (Test-Path $Python)) {
        $base = Find-Python
        $version = & $base -I -c $ProbeVersion
        if (-not (Invoke-Phase "Python $version environment in .venv" { & $base -m venv $Venv })) {
            Stop-Studio "The environment could not be made; $Log says why."
        }
    }
    if ($kind -eq 'dev') { $Extras = 'dev' }
    $what = 'Packages from PyPI (what has changed)'
    if ($fresh) { $what = 'Packages from PyPI (about 2 GB)' }
    if (Invoke-Phase $what { Install-Requirements $Extras $fresh }) {
        if (-not (Get-Command fluidsynth -ErrorAction SilentlyContinue)) {
            Write-Line 'For sound, install FluidSynth as well: choco install fluidsynth'
        }
        Set-Content -Encoding UTF8 $StampFile (Get-Stamp), $Extras
        Remove-Item $Unfinished -ErrorAction SilentlyContinue
        Write-Line "Ready after $(Format-Seconds $clock.Elapsed.TotalSeconds)."
        return
    }
    if (-not $fresh -and ($Extras -eq 'run' -or $kind -eq 'dev')) {
        & $Python -I -m pip check *> $null
        if ($LASTEXITCODE -eq 0) {
            Write-Line 'The packages could not be brought up to date; going on with those that are there.'
            return
        }
    }
    Get-Content $Log | Where-Object { $_.Trim() } | Select-Object -Last 8 | ForEach-Object { Write-Line "    $_" }
    Stop-Studio "The packages could not be installed; once that is mended call again to go on. Log: $Log"
}
