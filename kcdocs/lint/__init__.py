"""The form of a finished document: is it as the law of its day asks?"""
