"""The instruments of General MIDI (RP-003) by number, family and name."""

from studio.music.song import Track

FAMILIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Piano", ("Grand piano", "Bright piano", "Electric grand", "Honky-tonk piano",
               "Electric piano", "FM electric piano", "Harpsichord", "Clavinet")),
    ("Chromatic percussion", ("Celesta", "Glockenspiel", "Music box", "Vibraphone", "Marimba",
                              "Xylophone", "Tubular bells", "Dulcimer")),
    ("Organ", ("Drawbar organ", "Percussive organ", "Rock organ", "Church organ", "Reed organ",
               "Accordion", "Harmonica", "Bandoneon")),
    ("Guitar", ("Nylon guitar", "Steel guitar", "Jazz guitar", "Clean electric guitar",
                "Muted electric guitar", "Overdriven guitar", "Distorted guitar",
                "Guitar harmonics")),
    ("Bass", ("Acoustic bass", "Fingered bass", "Picked bass", "Fretless bass", "Slap bass 1",
              "Slap bass 2", "Synth bass 1", "Synth bass 2")),
    ("Solo strings", ("Violin", "Viola", "Cello", "Double bass", "Tremolo strings",
                      "Pizzicato strings", "Harp", "Timpani")),
    ("Ensemble", ("Strings", "Slow strings", "Synth strings 1", "Synth strings 2", "Choir",
                  "Voices", "Synth voice", "Orchestra hit")),
    ("Brass", ("Trumpet", "Trombone", "Tuba", "Muted trumpet", "French horn", "Brass section",
               "Synth brass 1", "Synth brass 2")),
    ("Reed", ("Soprano saxophone", "Alto saxophone", "Tenor saxophone", "Baritone saxophone",
              "Oboe", "English horn", "Bassoon", "Clarinet")),
    ("Pipe", ("Piccolo", "Flute", "Recorder", "Pan flute", "Blown bottle", "Shakuhachi",
              "Whistle", "Ocarina")),
    ("Synth lead", ("Square lead", "Sawtooth lead", "Calliope lead", "Chiff lead",
                    "Charang lead", "Voice lead", "Fifths lead", "Bass and lead")),
    ("Synth pad", ("New age pad", "Warm pad", "Polysynth pad", "Choir pad", "Bowed pad",
                   "Metallic pad", "Halo pad", "Sweep pad")),
    ("Synth effects", ("Rain", "Soundtrack", "Crystal", "Atmosphere", "Brightness", "Goblins",
                       "Echoes", "Science fiction")),
    ("World", ("Sitar", "Banjo", "Shamisen", "Koto", "Kalimba", "Bagpipe", "Fiddle", "Shanai")),
    ("Percussive", ("Tinkle bell", "Agogo", "Steel drums", "Woodblock", "Taiko drum",
                    "Melodic tom", "Synth drum", "Reverse cymbal")),
    ("Sound effects", ("Fret noise", "Breath noise", "Seashore", "Bird tweet", "Telephone",
                       "Helicopter", "Applause", "Gunshot")),
)  # fmt: skip
"""Sixteen families of eight instruments, in the order of their programs."""

INSTRUMENTS: tuple[str, ...] = tuple(name for _, names in FAMILIES for name in names)
"""The name of every program, 0..127."""

KITS: dict[int, str] = {
    0: "Standard kit", 8: "Room kit", 16: "Power kit", 24: "Electronic kit", 25: "Analogue kit",
    32: "Jazz kit", 40: "Brush kit", 48: "Orchestra kit", 56: "Effects kit",
}  # fmt: skip
"""Drum kits by program, as General MIDI 2 has them."""

DRUMS: dict[int, str] = {
    35: "Acoustic bass drum", 36: "Bass drum", 37: "Side stick", 38: "Snare", 39: "Hand clap",
    40: "Electric snare", 41: "Low floor tom", 42: "Closed hi-hat", 43: "High floor tom",
    44: "Pedal hi-hat", 45: "Low tom", 46: "Open hi-hat", 47: "Low mid tom", 48: "High mid tom",
    49: "Crash cymbal", 50: "High tom", 51: "Ride cymbal", 52: "Chinese cymbal",
    53: "Ride bell", 54: "Tambourine", 55: "Splash cymbal", 56: "Cowbell", 57: "Crash cymbal 2",
    58: "Vibraslap", 59: "Ride cymbal 2", 60: "High bongo", 61: "Low bongo",
    62: "Mute high conga", 63: "Open high conga", 64: "Low conga", 65: "High timbale",
    66: "Low timbale", 67: "High agogo", 68: "Low agogo", 69: "Cabasa", 70: "Maracas",
    71: "Short whistle", 72: "Long whistle", 73: "Short guiro", 74: "Long guiro", 75: "Claves",
    76: "High woodblock", 77: "Low woodblock", 78: "Mute cuica", 79: "Open cuica",
    80: "Mute triangle", 81: "Open triangle",
}  # fmt: skip
"""What each key of a drum kit strikes."""


def instrument_name(track: Track) -> str:
    """What the track plays on: “Grand piano”, “Standard kit”."""
    if track.drums:
        return KITS.get(track.program, KITS[0])
    return INSTRUMENTS[track.program]
