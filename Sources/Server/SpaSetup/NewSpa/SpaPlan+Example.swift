extension SpaPlan {
  /// `setup --example`: a whole plan to change into one's own.
  package static let example = """
    # A new spa, for `frontdesk-server setup --from THIS-FILE`.
    # Change what follows into your own; everything can be changed later, too.

    [spa]
    name = "Lotus Spa"
    timezone = "Asia/Ho_Chi_Minh"      # a name of the zone database
    currency = "VND"                   # says whether prices may have hundredths
    tax = 8                            # per cent on top of the prices; leave it out for none
    address = "12 Le Thanh Ton"
    city = "Ho Chi Minh"
    country = "Vietnam"
    phone = "028 3822 7000"
    email = "hello@lotus.example"

    [hours]                            # a day that is not named is closed
    every_day = "09:00-21:00"
    sunday = "10:00-18:00"             # or "closed"

    [rooms]                            # a room and its beds; two beds are a couples' room
    "Lotus" = ["1", "2"]
    "Orchid" = ["3"]
    "Foot lounge" = { seats = 4 }      # chairs that need no bed

    [services."Massage"]               # a kind of treatment, and what is sold of it
    "Swedish massage 60'" = { minutes = 60, price = 480000, buffer = 15 }
    "Swedish massage 90'" = { minutes = 90, price = 690000, buffer = 15 }

    [services."Facial"]
    "Deep cleansing 45'" = { minutes = 45, price = 420000, buffer = 10 }

    [therapists]                       # who does which kind; with an email they can log in;
                                       # shifts say when they work, where not always
    "Anna" = { does = "Massage", email = "anna@lotus.example", phone = "0901 234 567" }
    "Linh" = { does = "Facial", shifts = "tue-sat 10-18, sun 10-16, mon off" }

    [manager]                          # the first account
    name = "Hanh"
    email = "manager@lotus.example"
    # password_file = "/etc/frontdesk/manager-password"  # without it a password is made and shown once

    """
}
