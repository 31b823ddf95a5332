"""Which process this is, and whether another lives: by its number and by when it began.

The system gives numbers out again; that a process also began at that moment tells it apart.
"""

_SAME = 2.0  # seconds: a clock that was set moves the beginning a little


def began() -> float:
    """When this process began, in seconds since 1970."""
    import psutil

    return float(psutil.Process().create_time())


def lives(number: int, beginning: float) -> bool:
    """Whether the process of that number runs and began then, in seconds since 1970."""
    import psutil

    try:
        process = psutil.Process(number)
        same = abs(process.create_time() - beginning) <= _SAME
        return same and process.status() != psutil.STATUS_ZOMBIE
    except (psutil.Error, OSError, OverflowError, ValueError):
        return False
