"""An archive that a client sent is no path where it is handed on; the names in it are the client's."""

import zipfile

from fastapi import FastAPI, File, UploadFile

app = FastAPI()


class Themes:
    def unpack(self, upload):
        with zipfile.ZipFile(upload.file) as archive:
            for entry in archive.infolist():
                with open("/srv/themes/" + entry.filename, "wb") as file:  # want: LNT121
                    file.write(archive.read(entry))


@app.post("/themes")
def themes(upload: UploadFile = File(...)):
    Themes().unpack(upload)
    return zipfile.ZipFile(upload.file).namelist()
