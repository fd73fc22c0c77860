# option: functions = 10
# option: statements = 48
# option: groups = 4
class Portal:  # want: LNT401 @1 "class Portal" "12 functions" "badge (3), course (3), exam (3), tutor (3)"
    def rows(self, kind):
        return {}

    def create_course(self, key):
        row = self.rows("course")
        if not row:
            raise LookupError("course")
        row["create"] = True
        row["count"] += 1
        return row

    def close_course(self, key):
        row = self.rows("course")
        if not row:
            raise LookupError("course")
        row["close"] = True
        row["count"] += 1
        return row

    def rename_course(self, key):
        row = self.rows("course")
        if not row:
            raise LookupError("course")
        row["rename"] = True
        row["count"] += 1
        return row

    def create_exam(self, key):
        row = self.rows("exam")
        if not row:
            raise LookupError("exam")
        row["create"] = True
        row["count"] += 1
        return row

    def close_exam(self, key):
        row = self.rows("exam")
        if not row:
            raise LookupError("exam")
        row["close"] = True
        row["count"] += 1
        return row

    def rename_exam(self, key):
        row = self.rows("exam")
        if not row:
            raise LookupError("exam")
        row["rename"] = True
        row["count"] += 1
        return row

    def create_tutor(self, key):
        row = self.rows("tutor")
        if not row:
            raise LookupError("tutor")
        row["create"] = True
        row["count"] += 1
        return row

    def close_tutor(self, key):
        row = self.rows("tutor")
        if not row:
            raise LookupError("tutor")
        row["close"] = True
        row["count"] += 1
        return row

    def rename_tutor(self, key):
        row = self.rows("tutor")
        if not row:
            raise LookupError("tutor")
        row["rename"] = True
        row["count"] += 1
        return row

    def create_badge(self, key):
        row = self.rows("badge")
        if not row:
            raise LookupError("badge")
        row["create"] = True
        row["count"] += 1
        return row

    def close_badge(self, key):
        row = self.rows("badge")
        if not row:
            raise LookupError("badge")
        row["close"] = True
        row["count"] += 1
        return row

    def rename_badge(self, key):
        row = self.rows("badge")
        if not row:
            raise LookupError("badge")
        row["rename"] = True
        row["count"] += 1
        return row


class Catalogue:
    """As large, about one thing."""

    def rows(self, kind):
        return {}

    def create_book_title(self, key):
        row = self.rows("title")
        if not row:
            raise LookupError("title")
        row["create"] = True
        row["count"] += 1
        return row

    def close_book_title(self, key):
        row = self.rows("title")
        if not row:
            raise LookupError("title")
        row["close"] = True
        row["count"] += 1
        return row

    def rename_book_title(self, key):
        row = self.rows("title")
        if not row:
            raise LookupError("title")
        row["rename"] = True
        row["count"] += 1
        return row

    def create_book_price(self, key):
        row = self.rows("price")
        if not row:
            raise LookupError("price")
        row["create"] = True
        row["count"] += 1
        return row

    def close_book_price(self, key):
        row = self.rows("price")
        if not row:
            raise LookupError("price")
        row["close"] = True
        row["count"] += 1
        return row

    def rename_book_price(self, key):
        row = self.rows("price")
        if not row:
            raise LookupError("price")
        row["rename"] = True
        row["count"] += 1
        return row

    def create_book_cover(self, key):
        row = self.rows("cover")
        if not row:
            raise LookupError("cover")
        row["create"] = True
        row["count"] += 1
        return row

    def close_book_cover(self, key):
        row = self.rows("cover")
        if not row:
            raise LookupError("cover")
        row["close"] = True
        row["count"] += 1
        return row

    def rename_book_cover(self, key):
        row = self.rows("cover")
        if not row:
            raise LookupError("cover")
        row["rename"] = True
        row["count"] += 1
        return row

    def create_book_stock(self, key):
        row = self.rows("stock")
        if not row:
            raise LookupError("stock")
        row["create"] = True
        row["count"] += 1
        return row

    def close_book_stock(self, key):
        row = self.rows("stock")
        if not row:
            raise LookupError("stock")
        row["close"] = True
        row["count"] += 1
        return row

    def rename_book_stock(self, key):
        row = self.rows("stock")
        if not row:
            raise LookupError("stock")
        row["rename"] = True
        row["count"] += 1
        return row
