#!/usr/bin/env python3
"""Writes the list of areas that the services ship from the CSV files of idn-area-data."""
import csv
import gzip
import sys

# the source has other signs where the decree has an apostrophe, and a mark of a note
SIGNS = str.maketrans({'"': "'", "\u2019": "'", "*": None})
FILES = ("provinces.csv", "regencies.csv", "districts.csv", "villages.csv")


def main(folder, target):
    areas = {}
    for name in FILES:
        with open(f"{folder}/{name}", encoding="utf-8", newline="") as source:
            for row in csv.DictReader(source):
                areas[row["code"]] = " ".join(row["name"].translate(SIGNS).split())
    text = "".join(f"{code}\t{areas[code]}\n" for code in sorted(areas))
    with open(target, "wb") as file:
        file.write(gzip.compress(text.encode("utf-8"), 9, mtime=0))
    print(f"{len(areas)} areas")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
