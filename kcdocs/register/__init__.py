"""The register: number series, in which no number is given twice and no hole goes unexplained."""
