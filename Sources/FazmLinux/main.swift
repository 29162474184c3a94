print("fazm-linux")
