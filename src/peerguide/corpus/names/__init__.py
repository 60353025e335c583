"""Names: which there are (`known`), what people mean by one (`refs`), how they spell it (`spelling`), what comes near
(`suggestions`).
"""
