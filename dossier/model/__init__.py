"""The terms of the field: records, names, dates, markings and errors. Needs nothing but small libraries."""
