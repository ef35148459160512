"""Pages a second of a Python library, one thread: read.py pypdf|fitz FILE. Prints pages, processor seconds, seconds.

The file is read once before the clock starts, as the other side's code is warm too."""
import sys
import time


def pypdf_pages(path):
    import pypdf
    for page in pypdf.PdfReader(path).pages:
        yield page.extract_text()


def fitz_pages(path):
    import fitz
    for page in fitz.open(path):
        yield page.get_text()


def read(path, pages):
    return sum(1 for _ in pages(path))


if __name__ == "__main__":
    pages = {"pypdf": pypdf_pages, "fitz": fitz_pages}[sys.argv[1]]
    read(sys.argv[2], pages)
    cpu, clock = time.process_time(), time.perf_counter()
    count = read(sys.argv[2], pages)
    print(count, time.process_time() - cpu, time.perf_counter() - clock)
