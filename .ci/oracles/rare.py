#!/usr/bin/python3
"""rare.py WORKBOOK OUT: the real ledger with rare characters of names in one cell."""
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
cell = book['整改台账']['E5']
cell.value = '一是明确由𠮷䶮㛃𬭊等岗位负责。' + cell.value
book.save(sys.argv[2])
