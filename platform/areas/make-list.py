#!/usr/bin/env python3
"""Writes the list of areas that the services ship from the CSV files of idn-area-data."""
import csv
import gzip
import sys

FILES = ("provinces.csv", "regencies.csv", "districts.csv", "villages.csv")


def main(folder, target):
    areas = {}
    for name in FILES:
        with open(f"{folder}/{name}", encoding="utf-8", newline="") as source:
            for row in csv.DictReader(source):
                # the source has a double quote where the decree has an apostrophe
                areas[row["code"]] = " ".join(row["name"].replace('"', "'").split())
    text = "".join(f"{code}\t{areas[code]}\n" for code in sorted(areas))
    with open(target, "wb") as file:
        file.write(gzip.compress(text.encode("utf-8"), 9, mtime=0))
    print(f"{len(areas)} areas")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
