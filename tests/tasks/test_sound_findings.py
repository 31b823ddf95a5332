"""What the doctor says about sound."""

from studio.tasks.sound_findings import sound_findings


def test_each_thing_has_a_line_whether_it_is_there_or_not(capfd):
    findings = tuple(sound_findings())

    names = [finding.name for finding in findings]
    assert names == ["FluidSynth", "soundfont", "sound device", "MIDI keyboards"]
    assert all(finding.value and "\n" not in finding.value for finding in findings)
    assert capfd.readouterr() == ("", "")
