"""What the product writes of a Word document: tables, consolidated texts, comments, pictures, formatting."""
