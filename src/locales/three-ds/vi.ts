import type { ThreeDsWords } from './ja.js';

/** Tiếng Việt: what the shopper reads of 3-D Secure. */
export const threeDs: ThreeDsWords = {
  title: 'Xác thực thẻ',
  remaining: 'Còn {time}',
  'last-minute': 'Còn một phút.',
  opening: 'Đang mở trang của ngân hàng…',
  'frame-title': 'Xác thực của ngân hàng',
  cancel: 'Hủy',
  question: 'Hủy xác thực?',
  'question-text': 'Thanh toán chỉ hoàn tất sau khi xác thực xong.',
  continue: 'Tiếp tục',
  stop: 'Hủy xác thực',
  help: 'Không nhận được mã?',
  'help-address': 'Mã được gửi đến số điện thoại hoặc email đã đăng ký với ngân hàng. Hãy xem cả thư rác.',
  'help-again': 'Nếu trang của ngân hàng có nút gửi lại, hãy bấm nút đó. Một số ngân hàng yêu cầu phê duyệt trong ứng dụng.',
  'help-phone': 'Nếu vẫn không nhận được, hãy gọi số ở mặt sau thẻ.',
  'way-out': 'Không hiển thị? Mở toàn trang',
  'still-blank': 'Trang của ngân hàng vẫn chưa hiển thị.',
  blocked: 'Không thể hiển thị trong cửa sổ này.',
  'whole-page': 'Mở toàn trang',
  unfinished: 'Chưa có kết quả xác thực của ngân hàng',
  'unfinished-text': 'Bắt đầu lúc {time}. Hãy tiếp tục, hoặc kiểm tra kết quả nếu bạn đã làm xong.',
  resume: 'Tiếp tục xác thực',
  check: 'Kiểm tra kết quả',
  'time-over': 'Đã hết thời gian xác thực. Chỉ khi cửa hàng kiểm tra mới biết thanh toán có thành công hay không.',
  elsewhere: 'Xác thực của thanh toán này đang diễn ra ở tab khác.',
  consent:
    'Để xác minh thẻ này là của tôi và ngăn gian lận, tôi đồng ý cung cấp họ tên, email, số điện thoại, các thông tin ' +
    'tương tự và thông tin về thiết bị này cho tổ chức phát hành thẻ.',
  'consent-missing': 'Cần có sự đồng ý này để thanh toán.',
  save: 'Lưu thẻ này cho những lần thanh toán sau. Số thẻ do công ty thanh toán giữ, cửa hàng không lưu.',
  'save-always': 'Thẻ này được lưu và dùng cho những lần thanh toán sau. Số thẻ do công ty thanh toán giữ, cửa hàng không lưu.',
};
