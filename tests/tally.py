"""Adds up what the test runs wrote (xunit's .trx, JUnit's .xml): prints "passed failed skipped", and on the error stream
the name and first lines of each test that failed, as well as of those that passed only at their second try (results in again/).
With "failed PREFIX" it prints those that failed as a filter for dotnet test, if they are few enough to be tried again, and the run came to its end."""
import glob, os, sys
import xml.etree.ElementTree as xml

FEW = 5
TRX = "{http://microsoft.com/schemas/VisualStudio/TeamTest/2010}"


def trx(file):
    for result in xml.parse(file).iter(TRX + "UnitTestResult"):
        message = result.find(f".//{TRX}Message")
        outcome = {"Passed": "passed", "NotExecuted": "skipped"}.get(result.get("outcome"), "failed")
        yield result.get("testName"), outcome, (message.text or "") if message is not None else ""


def junit(file):
    for case in xml.parse(file).iter("testcase"):
        failure = case.find("failure") if case.find("failure") is not None else case.find("error")
        outcome = "failed" if failure is not None else "skipped" if case.find("skipped") is not None else "passed"
        yield f'{case.get("classname")}: {case.get("name")}', outcome, (failure.get("message") or failure.text or "") if failure is not None else ""


def read(folder, prefix=""):
    for file in sorted(glob.glob(os.path.join(folder, f"{prefix}*.trx"))):
        run = os.path.basename(file).split("_")[0]
        yield from ((run, *result) for result in trx(file))
    for file in sorted(glob.glob(os.path.join(folder, f"{prefix}*.xml"))):
        yield from ((os.path.basename(file), *result) for result in junit(file))


def tell(heading, name, message):
    lines = [line.strip() for line in message.strip().splitlines() if line.strip()][:6]
    print("\n    ".join([f"{heading}: {name}", *lines]), file=sys.stderr)


def add_up(folder):
    again = {(run, name): outcome for run, name, outcome, _ in read(os.path.join(folder, "again"))}
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    for run, name, outcome, message in read(folder):
        if outcome == "failed":
            outcome = again.get((run, name), "failed")
            tell("Failed" if outcome == "failed" else "Passed at the second try", f"{name} ({run})", message)
        counts[outcome] += 1
    print(*counts.values())


def broke_off(file):
    return any(word in "".join(info.itertext()).lower() for info in xml.parse(file).iter(TRX + "RunInfo") for word in ("crash", "abort"))


def few(folder, prefix):
    if any(broke_off(file) for file in glob.glob(os.path.join(folder, f"{prefix}*.trx"))):
        return
    names = {name.split("(")[0] for _, name, outcome, _ in read(folder, prefix) if outcome == "failed"}
    if 0 < len(names) <= FEW:
        print("|".join(f"FullyQualifiedName={name}" for name in sorted(names)))


if sys.argv[2:3] == ["failed"]:
    few(sys.argv[1], sys.argv[3])
else:
    add_up(sys.argv[1])
