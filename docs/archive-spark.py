"""Exports agreements from object storage to an archive there, on a Spark cluster.

    spark-submit docs/archive-spark.py INPUTS OUT [RESERVE]

INPUTS: a text file with one address of a document a line, as the workers' `aws s3 cp` understands it.
OUT:    the address of a folder for the archive; each part of the inputs becomes OUT/part-N.
RESERVE: the folder of this project on the workers, built (`npm ci`); /opt/reserve without.

Nothing is shared: a worker copies its documents, runs one process, copies the folder back. A part that failed is run anew by Spark,
and writes the same files to the same place. Not run by this project's tests.
"""

import os
import subprocess
import sys
import tempfile

from pyspark.sql import SparkSession

DOCUMENTS_A_PART = 500


def export_part(part, addresses, out, reserve):
    addresses = list(addresses)
    if not addresses:
        return
    with tempfile.TemporaryDirectory() as folder:
        inputs, archive = os.path.join(folder, "inputs"), os.path.join(folder, "archive")
        os.mkdir(inputs)
        files = []
        for number, address in enumerate(addresses):
            file = os.path.join(inputs, f"{number}-{os.path.basename(address)}")
            subprocess.run(["aws", "s3", "cp", "--only-show-errors", address, file], check=True)
            files.append(file)
        command = ["node", os.path.join(reserve, "scripts", "reserve.mjs"), "export", *files, "--out", archive, "--jobs", "1", "--json"]
        # Exit code 2: some documents could not be read; standard error names them, and the others are in the archive.
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode not in (0, 2) or not os.path.isdir(archive):
            raise RuntimeError(done.stderr)
        subprocess.run(["aws", "s3", "sync", "--only-show-errors", "--delete", archive, f"{out}/part-{part}"], check=True)
        yield done.stdout.strip(), done.stderr.strip()


def main():
    inputs, out = sys.argv[1:3]
    reserve = sys.argv[3] if len(sys.argv) > 3 else "/opt/reserve"
    spark = SparkSession.builder.appName("reserve-export").getOrCreate()
    addresses = spark.read.text(inputs).rdd.map(lambda row: row.value.strip()).filter(bool)
    parts = max(1, addresses.count() // DOCUMENTS_A_PART)
    results = addresses.repartition(parts).mapPartitionsWithIndex(lambda part, rows: export_part(part, rows, out, reserve))
    for summary, errors in results.collect():
        print(summary)
        if errors:
            print(errors, file=sys.stderr)


if __name__ == "__main__":
    main()
