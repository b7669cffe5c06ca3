/// The web shop's own tables, column for column, as far as SQLite can say them: an `ENUM` becomes a
/// `CHECK`, a `DATE` and a `TIME` must be what SQLite's own functions write. The e-mail columns
/// compare without case, as the shop's collation does.
enum SQLiteShopTables {
  static let statements = people + services + places + money + bookings

  private static let people = [
    """
    CREATE TABLE roles (
      role_id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      display_name TEXT NOT NULL,
      description TEXT
    )
    """,
    """
    CREATE TABLE users (
      user_id INTEGER PRIMARY KEY,
      role_id INTEGER NOT NULL REFERENCES roles (role_id) ON DELETE RESTRICT,
      full_name TEXT NOT NULL,
      email TEXT NOT NULL UNIQUE COLLATE NOCASE,
      hash_password TEXT NOT NULL,
      phone_number TEXT UNIQUE,
      gender TEXT CHECK (gender IN ('MALE', 'FEMALE', 'OTHER')),
      birthday DATE,
      address TEXT,
      avatar_url TEXT,
      is_active INTEGER DEFAULT 1,
      last_login_at TIMESTAMP,
      created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
      updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
    )
    """,
    """
    CREATE TABLE customers (
      customer_id INTEGER PRIMARY KEY,
      full_name TEXT NOT NULL,
      email TEXT UNIQUE COLLATE NOCASE,
      phone_number TEXT NOT NULL UNIQUE,
      hash_password TEXT,
      is_active INTEGER NOT NULL DEFAULT 1,
      gender TEXT DEFAULT 'UNKNOWN' CHECK (gender IN ('MALE', 'FEMALE', 'OTHER', 'UNKNOWN')),
      birthday DATE,
      address TEXT,
      loyalty_points INTEGER DEFAULT 0,
      notes TEXT,
      role_id INTEGER REFERENCES roles (role_id) ON DELETE SET NULL,
      created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
      updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
      avatar_url TEXT,
      is_verified INTEGER NOT NULL DEFAULT 0
    )
    """,
  ]

  private static let services = [
    """
    CREATE TABLE service_types (
      service_type_id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      description TEXT,
      image_url TEXT,
      is_active INTEGER DEFAULT 1,
      created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
      updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
    )
    """,
    """
    CREATE TABLE services (
      service_id INTEGER PRIMARY KEY,
      service_type_id INTEGER NOT NULL
        REFERENCES service_types (service_type_id) ON DELETE RESTRICT ON UPDATE CASCADE,
      name TEXT NOT NULL,
      description TEXT,
      price DECIMAL(12, 2) NOT NULL,
      duration_minutes INTEGER NOT NULL,
      buffer_time_after_minutes INTEGER DEFAULT 0,
      image_url TEXT,
      is_active INTEGER DEFAULT 1,
      average_rating DECIMAL(3, 2) DEFAULT 0,
      bookable_online INTEGER DEFAULT 1,
      requires_consultation INTEGER DEFAULT 0,
      created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
      updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
    )
    """,
    """
    CREATE TABLE therapists (
      user_id INTEGER PRIMARY KEY REFERENCES users (user_id) ON DELETE CASCADE,
      service_type_id INTEGER
        REFERENCES service_types (service_type_id) ON DELETE SET NULL ON UPDATE CASCADE,
      bio TEXT,
      availability_status TEXT DEFAULT 'AVAILABLE'
        CHECK (availability_status IN ('AVAILABLE', 'BUSY', 'OFFLINE', 'ON_LEAVE')),
      years_of_experience INTEGER DEFAULT 0,
      created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
      updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
      average_rating DECIMAL(3, 2) NOT NULL DEFAULT 0
    )
    """,
  ]

  private static let places = [
    """
    CREATE TABLE rooms (
      room_id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      description TEXT,
      capacity INTEGER NOT NULL DEFAULT 1,
      is_active INTEGER NOT NULL DEFAULT 1,
      created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
      updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
    )
    """,
    """
    CREATE TABLE beds (
      bed_id INTEGER PRIMARY KEY,
      room_id INTEGER NOT NULL
        REFERENCES rooms (room_id) ON DELETE CASCADE ON UPDATE CASCADE,
      name TEXT NOT NULL,
      description TEXT,
      is_active INTEGER NOT NULL DEFAULT 1,
      created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
      updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
    )
    """,
    """
    CREATE TABLE business_hours (
      business_hour_id INTEGER PRIMARY KEY,
      day_of_week TEXT NOT NULL UNIQUE CHECK (day_of_week IN
        ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
      open_time TIME,
      close_time TIME,
      is_closed INTEGER NOT NULL DEFAULT 0,
      notes TEXT
    )
    """,
    """
    CREATE TABLE spa_information (
      spa_id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      address_line1 TEXT NOT NULL,
      address_line2 TEXT,
      city TEXT NOT NULL,
      postal_code TEXT,
      country TEXT NOT NULL,
      phone_number_main TEXT NOT NULL,
      phone_number_secondary TEXT,
      email_main TEXT NOT NULL,
      email_secondary TEXT,
      website_url TEXT,
      logo_url TEXT,
      tax_identification_number TEXT,
      cancellation_policy TEXT,
      booking_terms TEXT,
      about_us_short TEXT,
      about_us_long TEXT,
      vat_percentage DECIMAL(5, 2) DEFAULT 0,
      default_appointment_buffer_minutes INTEGER DEFAULT 15,
      created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
      updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
    )
    """,
  ]

  private static let money = [
    """
    CREATE TABLE payments (
      payment_id INTEGER PRIMARY KEY,
      customer_id INTEGER NOT NULL REFERENCES customers (customer_id) ON DELETE RESTRICT,
      total_amount DECIMAL(15, 2) NOT NULL,
      tax_amount DECIMAL(15, 2) NOT NULL DEFAULT 0,
      subtotal_amount DECIMAL(15, 2) NOT NULL,
      payment_method TEXT NOT NULL CHECK (payment_method IN
        ('BANK_TRANSFER', 'CREDIT_CARD', 'VNPAY', 'MOMO', 'ZALOPAY', 'CASH')),
      payment_status TEXT NOT NULL DEFAULT 'PENDING'
        CHECK (payment_status IN ('PENDING', 'PAID', 'REFUNDED', 'FAILED')),
      reference_number TEXT NOT NULL UNIQUE,
      transaction_date TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
      payment_date TIMESTAMP,
      notes TEXT,
      created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
      updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
    )
    """,
    """
    CREATE TABLE payment_items (
      payment_item_id INTEGER PRIMARY KEY,
      payment_id INTEGER NOT NULL REFERENCES payments (payment_id) ON DELETE CASCADE,
      service_id INTEGER NOT NULL REFERENCES services (service_id) ON DELETE RESTRICT,
      quantity INTEGER NOT NULL DEFAULT 1 CHECK (quantity > 0),
      unit_price DECIMAL(10, 2) NOT NULL CHECK (unit_price > 0),
      total_price DECIMAL(10, 2) NOT NULL CHECK (total_price > 0),
      service_duration INTEGER NOT NULL CHECK (service_duration > 0),
      created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
    )
    """,
    """
    CREATE TABLE payment_item_usage (
      usage_id INTEGER PRIMARY KEY,
      payment_item_id INTEGER NOT NULL UNIQUE
        REFERENCES payment_items (payment_item_id) ON DELETE CASCADE,
      total_quantity INTEGER NOT NULL CHECK (total_quantity > 0),
      booked_quantity INTEGER NOT NULL DEFAULT 0,
      remaining_quantity INTEGER GENERATED ALWAYS AS (total_quantity - booked_quantity) STORED,
      last_updated TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
      CHECK (booked_quantity >= 0 AND booked_quantity <= total_quantity)
    )
    """,
  ]

  private static let bookings = [
    """
    CREATE TABLE bookings (
      booking_id INTEGER PRIMARY KEY AUTOINCREMENT,
      customer_id INTEGER NOT NULL
        REFERENCES customers (customer_id) ON DELETE RESTRICT ON UPDATE CASCADE,
      payment_item_id INTEGER NOT NULL
        REFERENCES payment_items (payment_item_id) ON DELETE RESTRICT ON UPDATE CASCADE,
      service_id INTEGER NOT NULL
        REFERENCES services (service_id) ON DELETE RESTRICT ON UPDATE CASCADE,
      therapist_user_id INTEGER NOT NULL
        REFERENCES users (user_id) ON DELETE RESTRICT ON UPDATE CASCADE,
      appointment_date DATE NOT NULL,
      appointment_time TIME NOT NULL,
      duration_minutes INTEGER NOT NULL,
      booking_status TEXT NOT NULL DEFAULT 'SCHEDULED' CHECK (booking_status IN
        ('SCHEDULED', 'CONFIRMED', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED', 'NO_SHOW')),
      booking_notes TEXT,
      cancellation_reason TEXT,
      cancelled_at TIMESTAMP,
      cancelled_by INTEGER REFERENCES users (user_id) ON DELETE SET NULL ON UPDATE CASCADE,
      created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
      updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
      room_id INTEGER NOT NULL
        REFERENCES rooms (room_id) ON DELETE RESTRICT ON UPDATE CASCADE,
      bed_id INTEGER REFERENCES beds (bed_id) ON DELETE SET NULL ON UPDATE CASCADE,
      CHECK (appointment_date IS date(appointment_date) AND appointment_date >= '2000-01-01'),
      CHECK (appointment_time IS time(appointment_time))
    )
    """,
    """
    CREATE TABLE checkins (
      checkin_id INTEGER PRIMARY KEY,
      appointment_id INTEGER NOT NULL,
      customer_id INTEGER NOT NULL REFERENCES customers (customer_id) ON DELETE CASCADE,
      checkin_time TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
      status TEXT NOT NULL DEFAULT 'SUCCESS' CHECK (status IN ('SUCCESS', 'FAILED', 'PENDING')),
      notes TEXT,
      created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
      updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
    )
    """,
  ]
}
