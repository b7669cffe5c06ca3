print("frontdesk-server")
